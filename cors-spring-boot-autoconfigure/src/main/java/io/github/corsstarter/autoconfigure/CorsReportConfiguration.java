package io.github.corsstarter.autoconfigure;

import java.time.Clock;
import java.util.function.Supplier;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.reload.ReloadListener;
import io.github.corsstarter.report.CorsReport;
import io.github.corsstarter.report.ReportListener;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * The beans of report-only policies. They are there without such a policy too, because a
 * reload may bring one.
 */
@Configuration(proxyBeanMethods = false)
class CorsReportConfiguration {

	/**
	 * What the report is made of is not loaded before somebody asks for it.
	 */
	@Bean
	OnDemand<CorsReport> corsReport(CorsPolicies corsPolicies, ObjectProvider<ReportListener> listeners) {
		return new OnDemand<>(() -> new CorsReport(corsPolicies, Clock.systemUTC(),
				listeners.orderedStream().toArray(ReportListener[]::new)));
	}

	@Lazy
	@Bean
	ReloadListener corsReportReloadListener(OnDemand<CorsReport> corsReport) {
		return (trigger, result) -> corsReport.get().begin();
	}

	/**
	 * Return the report, which begins now if a policy only reports already.
	 */
	static Supplier<CorsReport> begun(CorsPolicies policies, OnDemand<CorsReport> report) {
		if (policies.table().reportOnly() != null) {
			report.get();
		}
		return report::get;
	}

}
