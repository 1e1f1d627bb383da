package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.validation.report.InvalidCorsPolicyException;
import io.github.corsstarter.web.TestPolicies;
import io.github.corsstarter.web.reactive.CorsPolicyExceptionHandler;
import io.github.corsstarter.web.reactive.CorsPolicyWebFilter;
import io.github.corsstarter.web.reactive.PolicyCorsConfigurationSource;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.PreFlightRequestHandler;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsAutoConfiguration} on the reactive stack.
 */
class CorsReactiveAutoConfigurationTests {

	private static final String ORIGIN = "cors.allowed-origins=https://app.example.com";

	private final ReactiveWebApplicationContextRunner contextRunner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class));

	@Test
	void worksWithoutOptionalDependencies() {
		this.contextRunner.withPropertyValues(ORIGIN)
			.withClassLoader(new FilteredClassLoader("jakarta.servlet", "org.springframework.web.servlet",
					"org.springframework.boot.actuate", "io.micrometer", "org.springframework.security"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(CorsPolicyWebFilter.class));
	}

	@Test
	void registersNothingWhenDisabled() {
		this.contextRunner.withPropertyValues("cors.enabled=false", "cors.allowed-origins=not an origin")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(CorsPolicies.class)
				.doesNotHaveBean(CorsPolicyWebFilter.class)
				.doesNotHaveBean("corsPolicyConfigurationSource"));
	}

	@Test
	void userDefinedFilterWins() {
		this.contextRunner.withUserConfiguration(OwnFilter.class)
			.run((context) -> assertThat(context).hasSingleBean(CorsPolicyWebFilter.class).hasBean("ownFilter"));
	}

	@Test
	void errorsAheadOfTheFilterAreSeen() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(CorsPolicyExceptionHandler.class));
		this.contextRunner.withUserConfiguration(OwnFilter.class)
			.run((context) -> assertThat(context).hasSingleBean(CorsPolicyExceptionHandler.class));
	}

	@Test
	void noFilterOfSeveralIsPickedForErrors() {
		this.contextRunner.withUserConfiguration(OwnFilter.class)
			.withBean("secondFilter", CorsPolicyWebFilter.class,
					() -> new CorsPolicyWebFilter(TestPolicies.policies(), (request, decision) -> {
					}, 1))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(CorsPolicyExceptionHandler.class));
	}

	@Test
	void filterObeysPolicies() {
		this.contextRunner.withPropertyValues(ORIGIN).run((context) -> {
			CorsPolicyWebFilter filter = context.getBean("corsPolicyWebFilter", CorsPolicyWebFilter.class);
			assertThat(status(filter, "https://app.example.com")).isEqualTo(HttpStatus.OK);
			assertThat(status(filter, "https://other.example.com")).isEqualTo(HttpStatus.FORBIDDEN);
		});
	}

	@Test
	void filterIsOrderedAheadOfSecurity() {
		this.contextRunner.run((context) -> assertThat(context.getBean(CorsPolicyWebFilter.class).getOrder())
			.isEqualTo(Ordered.HIGHEST_PRECEDENCE + 20));
	}

	@Test
	void orderOfFilterCanBeChanged() {
		this.contextRunner.withPropertyValues("cors.filter.order=-50")
			.run((context) -> assertThat(context.getBean(CorsPolicyWebFilter.class).getOrder()).isEqualTo(-50));
	}

	@Test
	void sourceIsThatOfTheStack() {
		this.contextRunner.run((context) -> assertThat(context).getBean("corsPolicyConfigurationSource")
			.isInstanceOf(PolicyCorsConfigurationSource.class));
	}

	@Test
	void nothingIsTakenForTheApplicationsOwnCorsSupport() {
		this.contextRunner.withPropertyValues(ORIGIN)
			.run((context) -> assertThat(context).doesNotHaveBean("corsFilter")
				.doesNotHaveBean("corsConfigurationSource")
				.doesNotHaveBean(UrlBasedCorsConfigurationSource.class)
				.doesNotHaveBean(CorsWebFilter.class)
				.doesNotHaveBean(PreFlightRequestHandler.class));
	}

	@Test
	void invalidPolicyStopsTheStart() {
		this.contextRunner.withPropertyValues("cors.allowed-origins=app.example.com")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidCorsPolicyException.class));
	}

	private static HttpStatusCode status(CorsPolicyWebFilter filter, String origin) {
		MockServerWebExchange exchange = MockServerWebExchange
			.from(MockServerHttpRequest.get("http://localhost/users").header("Origin", origin));
		filter.filter(exchange, (passed) -> {
			passed.getResponse().setStatusCode(HttpStatus.OK);
			return Mono.empty();
		}).block();
		HttpStatusCode status = exchange.getResponse().getStatusCode();
		assertThat(status).isNotNull();
		return status;
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnFilter {

		@Bean
		CorsPolicyWebFilter ownFilter(CorsPolicies policies) {
			return new CorsPolicyWebFilter(policies, (request, decision) -> {
			}, 0);
		}

	}

}
