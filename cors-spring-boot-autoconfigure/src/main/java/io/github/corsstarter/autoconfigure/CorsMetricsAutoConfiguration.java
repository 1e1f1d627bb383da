package io.github.corsstarter.autoconfigure;

import java.time.Clock;

import io.github.corsstarter.metrics.CorsMetrics;
import io.github.corsstarter.metrics.CorsReportMetrics;
import io.github.corsstarter.metrics.OriginSourceMetrics;
import io.github.corsstarter.metrics.ReloadMetrics;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.reload.CorsPolicyReloader;
import io.github.corsstarter.source.OriginSources;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
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
	CorsMetrics corsMetrics(CorsPolicies corsPolicies, MeterRegistry registry) {
		return new CorsMetrics(corsPolicies, registry);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(name = "corsPolicyReloader")
	ReloadMetrics corsReloadMetrics(ObjectProvider<CorsPolicyReloader> corsPolicyReloader, MeterRegistry registry) {
		return new ReloadMetrics(() -> corsPolicyReloader.getObject().status(), registry);
	}

	@Bean
	@ConditionalOnMissingBean
	CorsReportMetrics corsReportMetrics(MeterRegistry registry) {
		return new CorsReportMetrics(registry);
	}

	/**
	 * The meters of an application that has origins of its own.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBean(name = "corsOriginSources")
	static class OriginSourceMeters {

		@Bean
		@ConditionalOnMissingBean
		OriginSourceMetrics corsOriginSourceMetrics(OriginSources corsOriginSources, MeterRegistry registry) {
			OriginSourceMetrics metrics = new OriginSourceMetrics(registry, Clock.systemUTC());
			corsOriginSources.forEachNamed(metrics::register);
			return metrics;
		}

	}

}
