package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.metrics.CorsMetrics;
import io.github.corsstarter.policy.CorsDecisionListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsMetricsAutoConfiguration}.
 */
class CorsMetricsAutoConfigurationTests {

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class, CorsMetricsAutoConfiguration.class))
		.withPropertyValues("cors.allowed-origins=https://app.example.com");

	@Test
	void countsWhereThereIsARegistry() {
		this.contextRunner.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run((context) -> {
			assertThat(context).hasSingleBean(CorsMetrics.class);
			assertThat(context).getBeans(CorsDecisionListener.class).containsValue(context.getBean(CorsMetrics.class));
			assertThat(context.getBean(MeterRegistry.class).get("cors.requests").counters()).hasSize(14);
		});
	}

	@Test
	void backsOffWithoutRegistry() {
		this.contextRunner.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(CorsMetrics.class));
	}

	@Test
	void backsOffWithoutMicrometer() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("io.micrometer"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("corsMetrics"));
	}

	@Test
	void backsOffWhereCorsIsDisabled() {
		this.contextRunner.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.withPropertyValues("cors.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(CorsMetrics.class));
	}

	@Test
	void userDefinedMetricsWin() {
		this.contextRunner.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.withBean("ownMetrics", CorsMetrics.class)
			.run((context) -> assertThat(context).hasSingleBean(CorsMetrics.class).hasBean("ownMetrics"));
	}

}
