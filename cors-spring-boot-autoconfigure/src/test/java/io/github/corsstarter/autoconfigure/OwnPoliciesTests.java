package io.github.corsstarter.autoconfigure;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import io.github.corsstarter.actuate.CorsEndpoint;
import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.validation.report.FailureText;
import io.github.corsstarter.validation.report.InvalidCorsPolicyException;
import io.github.corsstarter.validation.report.UnsafeCorsPolicyException;
import io.github.corsstarter.web.PathPatternMapping;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link OwnPolicies}.
 */
class OwnPoliciesTests {

	private static final String WAIVER = "cors.validation.waivers[0].";

	private final WebApplicationContextRunner servlet = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class, CorsEndpointAutoConfiguration.class,
				WebMvcAutoConfiguration.class))
		.withPropertyValues("management.endpoints.web.exposure.include=cors", "spring.profiles.active=prod");

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class, WebFluxAutoConfiguration.class))
		.withPropertyValues("spring.profiles.active=prod");

	@Test
	void anyOriginWithCredentialsStopsProduction() {
		Supplier<CorsPolicies> anyOrigin = () -> policies(
				CorsPolicyDefinition.builder("base").allowedOriginPatterns("*").allowCredentials(true));
		this.servlet.withBean("acmePolicies", CorsPolicies.class, anyOrigin)
			.run((context) -> assertAnyOriginIsRefused(context.getStartupFailure()));
		this.reactive.withBean("acmePolicies", CorsPolicies.class, anyOrigin)
			.run((context) -> assertAnyOriginIsRefused(context.getStartupFailure()));
	}

	private static void assertAnyOriginIsRefused(@Nullable Throwable failure) {
		assertThat(failure).rootCause().isInstanceOfSatisfying(UnsafeCorsPolicyException.class, (unsafe) -> {
			FailureText text = new FailureText(unsafe.report());
			assertThat(text.description()).contains("wildcard-with-credentials: cors.allowed-origin-patterns[0] = *",
					"at bean 'acmePolicies'");
			assertThat(text.action().replaceAll("\\s+", " "))
				.contains("List the origins that are meant in cors.allowed-origin-patterns in bean 'acmePolicies', "
						+ "or set cors.allow-credentials in bean 'acmePolicies' to false.");
		});
	}

	@Test
	void anyOriginWithCredentialsStopsEveryStart() {
		this.servlet.withPropertyValues("spring.profiles.active=dev")
			.withBean(CorsPolicies.class,
					() -> policies(
							CorsPolicyDefinition.builder("base").allowedOriginPatterns("*").allowCredentials(true)))
			.run((context) -> assertThat(context).hasFailed());
	}

	@Test
	void entryIsNamedByPolicyAndKeyAndCanBeWaived() {
		this.servlet
			.withBean("acmePolicies", CorsPolicies.class,
					() -> policies(CorsPolicyDefinition.builder("mobile")
						.paths("/mobile/**")
						.allowedOrigins("https://app.example.com", "https://localhost")))
			.withPropertyValues(WAIVER + "rule=localhost-origin", WAIVER + "value=https://localhost",
					WAIVER + "policy=mobile", WAIVER + "reason=a web view")
			.run((context) -> assertThat(context.getBean(CorsEndpoint.class).cors().violations())
				.extracting(CorsEndpoint.ViolationDescriptor::rule, CorsEndpoint.ViolationDescriptor::policy,
						CorsEndpoint.ViolationDescriptor::property, CorsEndpoint.ViolationDescriptor::value,
						CorsEndpoint.ViolationDescriptor::location)
				.containsExactly(tuple("localhost-origin", "mobile", "cors.policies.mobile.allowed-origins[1]",
						"https://localhost", "bean 'acmePolicies'")));
	}

	@Test
	void whatNoPropertyCouldBeIsNoPolicyEither() {
		this.servlet
			.withBean(CorsPolicies.class,
					() -> policies(CorsPolicyDefinition.builder("base")
						.allowedOrigins("https://app.example.com")
						.allowedMethods("GET", "TRACE")))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidCorsPolicyException.class)
				.hasMessageContaining("invalid-method: cors.allowed-methods[1] = TRACE"));
	}

	@Test
	void explainedRejectionsStopProduction() {
		this.servlet.withBean("acmePolicies", CorsPolicies.class, () -> safe().explainingRejections())
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("explain-rejections")
				.hasMessageContaining("at bean 'acmePolicies'"));
	}

	@Test
	void wordsOfValidationAreJudgedToo() {
		this.servlet.withBean(CorsPolicies.class, OwnPoliciesTests::safe)
			.withPropertyValues("cors.validation.rules.localhost=off")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("unknown-rule"));
	}

	@Test
	void noCapitalEscapesThePolicyOfAHandler() {
		this.servlet.withBean(CorsPolicies.class, OwnPoliciesTests::safe)
			.run((context) -> assertThat(policyOfCapitals(context)).isEqualTo("base"));
		this.servlet.withBean(CorsPolicies.class, OwnPoliciesTests::safe)
			.withUserConfiguration(PathCaseTests.AnyCaseInMvc.class)
			.run((context) -> assertThat(policyOfCapitals(context)).isEqualTo("admin"));
		this.reactive.withBean(CorsPolicies.class, OwnPoliciesTests::safe)
			.withUserConfiguration(PathCaseTests.AnyCaseInWebFlux.class)
			.run((context) -> assertThat(policyOfCapitals(context)).isEqualTo("admin"));
	}

	@Test
	void patternsThatDifferInCaseAloneAreTheSameTwice() {
		Supplier<CorsPolicies> twice = () -> policies(
				CorsPolicyDefinition.builder("one").paths("/a/**").allowedOrigins("https://a.example.com"),
				CorsPolicyDefinition.builder("two").paths("/A/**").allowedOrigins("https://b.example.com"));
		this.servlet.withBean(CorsPolicies.class, twice).run((context) -> assertThat(context).hasNotFailed());
		this.servlet.withBean(CorsPolicies.class, twice)
			.withUserConfiguration(PathCaseTests.AnyCaseInMvc.class)
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("duplicate-path"));
	}

	private static String policyOfCapitals(ListableBeanFactory context) {
		CorsDecision decision = context.getBean(CorsPolicies.class)
			.decide(CorsRequest.builder("GET", "/ADMIN/x").origin("https://app.example.com").build());
		return Objects.requireNonNull(decision.policy()).name();
	}

	private static CorsPolicies safe() {
		return policies(CorsPolicyDefinition.builder("base").allowedOrigins("https://app.example.com"),
				CorsPolicyDefinition.builder("admin").paths("/admin/**").allowedOrigins("https://app.example.com"));
	}

	private static CorsPolicies policies(CorsPolicyDefinition.Builder... definitions) {
		List<CorsPolicy> policies = List.of(definitions)
			.stream()
			.map(CorsPolicyDefinition.Builder::build)
			.map(EffectivePolicy::of)
			.map(CorsPolicy::compile)
			.toList();
		return new CorsPolicies(PathPatternMapping.of(policies, List.of()));
	}

}
