package io.github.corsstarter.autoconfigure;

import java.time.Clock;
import java.util.List;

import io.github.corsstarter.actuate.CorsEndpoint;
import io.github.corsstarter.actuate.CorsRejections;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.validation.report.ValidationReport;
import io.github.corsstarter.web.PathPatternMapping;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsEndpointAutoConfiguration}.
 */
class CorsEndpointAutoConfigurationTests {

	private static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations.of(EndpointAutoConfiguration.class,
			CorsAutoConfiguration.class, CorsEndpointAutoConfiguration.class);

	private static final String EXPOSED = "management.endpoints.web.exposure.include=cors";

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(AUTO_CONFIGURATIONS);

	@Test
	void backsOffWithoutActuator() {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class, CorsEndpointAutoConfiguration.class))
			.withPropertyValues(EXPOSED)
			.withClassLoader(new FilteredClassLoader(ConditionalOnAvailableEndpoint.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("corsEndpoint"));
	}

	@Test
	void backsOffWithoutWebApplication() {
		new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues(EXPOSED)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(CorsEndpoint.class));
	}

	@Test
	void isNotExposedByDefault() {
		this.contextRunner.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(CorsEndpoint.class)
			.doesNotHaveBean(CorsRejections.class));
	}

	@Test
	void accessCanBeDenied() {
		this.contextRunner.withPropertyValues(EXPOSED, "management.endpoint.cors.access=NONE")
			.run((context) -> assertThat(context).doesNotHaveBean(CorsEndpoint.class));
	}

	@Test
	void userDefinedEndpointWins() {
		this.contextRunner.withPropertyValues(EXPOSED)
			.withUserConfiguration(OwnEndpoint.class)
			.run((context) -> assertThat(context).hasSingleBean(CorsEndpoint.class).hasBean("ownEndpoint"));
	}

	@Test
	void userDefinedRejectionsWin() {
		this.contextRunner.withPropertyValues(EXPOSED)
			.withBean("ownRejections", CorsRejections.class, () -> new CorsRejections(Clock.systemUTC()))
			.run((context) -> assertThat(context).hasSingleBean(CorsEndpoint.class)
				.getBean(CorsRejections.class)
				.isSameAs(context.getBean("ownRejections")));
	}

	@Test
	void describesServletApplication() {
		this.contextRunner
			.withPropertyValues(EXPOSED, "cors.allowed-origins=https://app.example.com", "cors.filter.order=3",
					"spring.profiles.active=live")
			.run((context) -> {
				CorsEndpoint.CorsDescriptor cors = context.getBean(CorsEndpoint.class).cors();
				assertThat(cors.enabled()).isTrue();
				assertThat(cors.production()).isTrue();
				assertThat(cors.activeProfiles()).containsExactly("live");
				assertThat(cors.filter()).isEqualTo(new CorsEndpoint.FilterDescriptor("servlet", 3));
				assertThat(cors.policies()).hasSize(1);
			});
	}

	@Test
	void describesReactiveApplication() {
		new ReactiveWebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues(EXPOSED, "cors.allowed-origins=http://localhost:5173")
			.run((context) -> {
				CorsEndpoint.CorsDescriptor cors = context.getBean(CorsEndpoint.class).cors();
				assertThat(cors.filter())
					.isEqualTo(new CorsEndpoint.FilterDescriptor("reactive", Integer.MIN_VALUE + 20));
				assertThat(cors.violations()).singleElement().satisfies((violation) -> {
					assertThat(violation.rule()).isEqualTo("localhost-origin");
					assertThat(violation.severity()).isEqualTo("info");
				});
			});
	}

	@Test
	void showsThatCorsIsDisabled() {
		this.contextRunner
			.withPropertyValues(EXPOSED, "cors.enabled=false", "cors.allowed-origins=not an origin",
					"spring.profiles.active=prod")
			.run((context) -> {
				CorsEndpoint.CorsDescriptor cors = context.getBean(CorsEndpoint.class).cors();
				assertThat(cors.enabled()).isFalse();
				assertThat(cors.production()).isTrue();
				assertThat(cors.filter()).isNull();
				assertThat(cors.policies()).isEmpty();
				assertThat(cors.violations()).isEmpty();
			});
	}

	@Test
	void describesUserDefinedPolicies() {
		this.contextRunner.withPropertyValues(EXPOSED, "cors.allowed-origins=not an origin")
			.withUserConfiguration(OwnPolicies.class)
			.run((context) -> {
				CorsEndpoint.CorsDescriptor cors = context.getBean(CorsEndpoint.class).cors();
				assertThat(cors.enabled()).isTrue();
				assertThat(cors.policies()).isEmpty();
				assertThat(cors.violations()).isEmpty();
			});
	}

	@Test
	void userDefinedPoliciesOfDisabledCorsAreNotInForce() {
		this.contextRunner.withPropertyValues(EXPOSED, "cors.enabled=false")
			.withUserConfiguration(OwnPolicies.class)
			.run((context) -> assertThat(context.getBean(CorsEndpoint.class).cors().enabled()).isFalse());
	}

	@Test
	void isExposedToJmx() {
		this.contextRunner
			.withPropertyValues("spring.jmx.enabled=true", "management.endpoints.jmx.exposure.include=cors")
			.run((context) -> assertThat(context).hasSingleBean(CorsEndpoint.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnEndpoint {

		@Bean
		CorsEndpoint ownEndpoint(CorsPolicies policies, ValidationReport report, CorsRejections rejections) {
			return new CorsEndpoint(policies, report, null, rejections);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnPolicies {

		@Bean
		CorsPolicies ownPolicies() {
			return new CorsPolicies(PathPatternMapping.of(List.of(), List.of()));
		}

	}

}
