package io.github.corsstarter.web;

import java.util.concurrent.atomic.AtomicReference;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.PolicyTable;
import org.junit.jupiter.api.Test;

import org.springframework.web.cors.CorsConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PolicyCorsConfigurations}.
 */
class PolicyCorsConfigurationsTests {

	private static final CorsRequest REQUEST = CorsRequest.builder("GET", "/api/x")
		.origin("https://evil.example")
		.build();

	private static PolicyTable table(String origin) {
		return TestPolicies.table(TestPolicies.policy("api", "/api/**").allowedOrigins(origin));
	}

	@Test
	void policyThatComesIntoForceLaterIsNotTakenForNone() {
		AtomicReference<PolicyTable> current = new AtomicReference<>(table("https://one.example"));
		PolicyCorsConfigurations configurations = new PolicyCorsConfigurations(new CorsPolicies(current::get));
		CorsConfiguration before = configurations.of(REQUEST);
		assertThat(before).isNotNull();
		assertThat(before.checkOrigin("https://one.example")).isEqualTo("https://one.example");
		current.set(table("https://two.example"));
		CorsConfiguration after = configurations.of(REQUEST);
		assertThat(after).isNotNull();
		assertThat(after.checkOrigin("https://one.example")).isNull();
		assertThat(after.checkOrigin("https://two.example")).isEqualTo("https://two.example");
	}

	@Test
	void requestIsHeldToThePolicyThatDecidesAboutIt() {
		PolicyTable leaving = table("https://one.example");
		PolicyTable coming = table("https://two.example");
		PolicyCorsConfigurations configurations = new PolicyCorsConfigurations(TestPolicies.inTurn(leaving, coming));
		for (int i = 0; i < 10; i++) {
			assertThat(configurations.of(REQUEST)).isInstanceOf(PolicyCorsConfiguration.class);
		}
	}

	@Test
	void requestIsHeldToThePolicyOfTheReadingThatRejectsIt() {
		CorsConfiguration configuration = new PolicyCorsConfigurations(
				TestPolicies.policies(TestPolicies.policy("api", "/api/**").allowedOrigins("https://app.example"),
						TestPolicies.policy("admin", "/admin/**").allowedOrigins("https://admin.example")))
			.of(CorsRequest.builder("GET", "/api/..%2fadmin").origin("https://app.example").build());
		assertThat(configuration).isNotNull();
		assertThat(configuration.checkOrigin("https://app.example")).isNull();
	}

	@Test
	void configurationIsMadeOnceForEachPolicyInForce() {
		PolicyCorsConfigurations configurations = new PolicyCorsConfigurations(
				TestPolicies.policies(TestPolicies.policy("api", "/api/**"), TestPolicies.policy("other", "/other")));
		CorsConfiguration first = configurations.of(REQUEST);
		configurations.of(CorsRequest.builder("GET", "/other").build());
		assertThat(configurations.of(REQUEST)).isNotNull().isSameAs(first);
	}

}
