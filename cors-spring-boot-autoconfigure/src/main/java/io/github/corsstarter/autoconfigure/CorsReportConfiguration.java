package io.github.corsstarter.autoconfigure;

import java.time.Clock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.reload.ReloadListener;
import io.github.corsstarter.report.CorsReport;
import io.github.corsstarter.report.ReportListener;
import io.github.corsstarter.report.reactive.CorsReportHandlerDecorator;
import io.github.corsstarter.report.servlet.CorsReportFilter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

/**
 * The beans of policies that only report. They are there without such a policy too,
 * because a reload may bring one.
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

	/**
	 * What sees the answers of the servlet stack.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	@Import(CorsReportFilterRegistrations.class)
	static class Servlets {

		@Bean
		ServletReporting corsServletReporting(CorsPolicies corsPolicies, OnDemand<CorsReport> corsReport) {
			return new ServletReporting(new CorsReportFilter(corsPolicies, begun(corsPolicies, corsReport)));
		}

	}

	/**
	 * What sees the answers of the reactive stack.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	static class Reactive {

		@Bean
		CorsReportHandlerDecorator corsReportHandlerDecorator(CorsPolicies corsPolicies,
				OnDemand<CorsReport> corsReport, ObjectProvider<ForwardedHeaderTransformer> transformers) {
			return decorator(corsPolicies, begun(corsPolicies, corsReport), transformers);
		}

		static CorsReportHandlerDecorator decorator(CorsPolicies policies, Supplier<CorsReport> report,
				ObjectProvider<ForwardedHeaderTransformer> transformers) {
			UnaryOperator<ServerHttpRequest> none = UnaryOperator.identity();
			ForwardedHeaderTransformer transformer = transformers.getIfAvailable();
			return new CorsReportHandlerDecorator(policies, report, (transformer != null) ? transformer::apply : none);
		}

	}

}
