package io.github.corsstarter.web.reactive;

import io.github.corsstarter.web.PolicyCorsConfiguration;
import io.github.corsstarter.web.TestPolicies;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.cors.CorsConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PolicyCorsConfigurationSource}.
 */
class PolicyCorsConfigurationSourceTests {

	private final PolicyCorsConfigurationSource source = new PolicyCorsConfigurationSource(
			TestPolicies.policies(TestPolicies.policy("api", "/api/**").allowedOrigins("https://app.example"),
					TestPolicies.policy("open", "/api/open/**").allowedOrigins("*")));

	@Test
	void returnsThePolicyOfThePath() {
		assertThat(find(MockServerHttpRequest.get("/api/x")))
			.asInstanceOf(InstanceOfAssertFactories.type(PolicyCorsConfiguration.class))
			.satisfies((configuration) -> assertThat(configuration.getPolicy().name()).isEqualTo("api"));
		assertThat(find(MockServerHttpRequest.get("/context/api//open/x").contextPath("/context")))
			.asInstanceOf(InstanceOfAssertFactories.type(PolicyCorsConfiguration.class))
			.satisfies((configuration) -> assertThat(configuration.getPolicy().name()).isEqualTo("open"));
	}

	@Test
	void hasNoneWherePoliciesDoNotGovern() {
		assertThat(find(MockServerHttpRequest.get("/other"))).isNull();
	}

	@Test
	void hasNoneForRequestsThatAreNoCorsRequests() {
		assertThat(find(MockServerHttpRequest.post("/api/x")
			.header("Origin", "https://public.example")
			.header("Sec-Fetch-Site", "same-origin"))).isNull();
		assertThat(find(MockServerHttpRequest.post("/api/x")
			.header("Origin", "https://payment.example")
			.header("Sec-Fetch-Mode", "navigate"))).isNull();
	}

	private @Nullable CorsConfiguration find(MockServerHttpRequest.BaseBuilder<?> request) {
		return this.source.getCorsConfiguration(MockServerWebExchange.from(request));
	}

}
