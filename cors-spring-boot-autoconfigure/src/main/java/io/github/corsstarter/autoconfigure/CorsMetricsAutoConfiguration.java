package io.github.corsstarter.autoconfigure;

import java.time.Clock;
import java.util.List;

import io.github.corsstarter.metrics.CorsMetrics;
import io.github.corsstarter.metrics.CorsReportMetrics;
import io.github.corsstarter.metrics.OriginSourceMetrics;
import io.github.corsstarter.metrics.ReloadMetrics;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.PolicyTable;
import io.github.corsstarter.reload.CorsPolicyReloader;
import io.github.corsstarter.report.Change;
import io.github.corsstarter.report.ReportedChanges;
import io.github.corsstarter.source.OriginSources;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link CorsMetrics}.
 */
@AutoConfiguration(after = CorsAutoConfiguration.class,
		afterName = {
				"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
				// Until Spring Boot 4.0
				"org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration" })
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({ CorsPolicies.class, MeterRegistry.class })
public final class CorsMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CorsMetrics corsMetrics(CorsPolicies policies, MeterRegistry registry) {
		return new CorsMetrics(policies, registry);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(CorsPolicyReloader.class)
	ReloadMetrics corsReloadMetrics(ObjectProvider<CorsPolicyReloader> reloader, MeterRegistry registry) {
		return new ReloadMetrics(() -> reloader.getObject().status(), registry);
	}

	/**
	 * The meters of an application that has origins of its own.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBean(OriginSources.class)
	static class OriginSourceMeters {

		@Bean
		@ConditionalOnMissingBean
		OriginSourceMetrics corsOriginSourceMetrics(OriginSources sources, MeterRegistry registry) {
			OriginSourceMetrics metrics = new OriginSourceMetrics(registry, Clock.systemUTC());
			sources.forEachNamed(metrics::register);
			return metrics;
		}

	}

	/**
	 * The counters of policies that only report.
	 */
	@Configuration(proxyBeanMethods = false)
	@Conditional(OnReportOnlyCondition.class)
	static class ReportCounters {

		@Bean
		ReportedChanges corsReportMetrics(CorsPolicies policies, MeterRegistry registry) {
			CorsReportMetrics metrics = new CorsReportMetrics(registry);
			PolicyTable reporting = policies.snapshot().reportOnly();
			for (CorsPolicy policy : (reporting != null) ? reporting.policies() : List.<CorsPolicy>of()) {
				for (Change change : Change.values()) {
					metrics.register(policy.name(), "preflight", change.toString());
					metrics.register(policy.name(), "actual", change.toString());
				}
			}
			return (policy, type, change) -> metrics.count(policy, type, change.toString());
		}

	}

}
