package io.github.corsstarter.web.servlet;

import java.io.IOException;
import java.util.stream.Stream;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.web.PolicyCorsConfiguration;
import io.github.corsstarter.web.TestPolicies;
import jakarta.servlet.ServletException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.filter.CorsFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PolicyCorsConfigurationSource}.
 */
class PolicyCorsConfigurationSourceTests {

	private final CorsPolicies policies = TestPolicies.policies(TestPolicies.policy("api", "/api/**")
		.allowedOrigins("https://app.example")
		.allowedMethods("GET", "PUT")
		.allowedHeaders("X-Trace")
		.exposedHeaders("X-Total")
		.allowCredentials(true), TestPolicies.policy("open", "/api/open/**").allowedOrigins("*"));

	private final PolicyCorsConfigurationSource source = new PolicyCorsConfigurationSource(this.policies);

	@Test
	void returnsThePolicyOfThePath() {
		assertThat(this.source.getCorsConfiguration(new MockHttpServletRequest("GET", "/api/x")))
			.asInstanceOf(InstanceOfAssertFactories.type(PolicyCorsConfiguration.class))
			.satisfies((configuration) -> assertThat(configuration.getPolicy().name()).isEqualTo("api"));
		assertThat(this.source.getCorsConfiguration(new MockHttpServletRequest("GET", "/api//open/x")))
			.asInstanceOf(InstanceOfAssertFactories.type(PolicyCorsConfiguration.class))
			.satisfies((configuration) -> assertThat(configuration.getPolicy().name()).isEqualTo("open"));
	}

	@Test
	void hasNoneWherePoliciesDoNotGovern() {
		assertThat(this.source.getCorsConfiguration(new MockHttpServletRequest("GET", "/other"))).isNull();
	}

	@Test
	void hasNoneForRequestsThatAreNoCorsRequests() {
		MockHttpServletRequest sameOrigin = new MockHttpServletRequest("POST", "/api/x");
		sameOrigin.addHeader("Origin", "https://public.example");
		sameOrigin.addHeader("Sec-Fetch-Site", "same-origin");
		assertThat(this.source.getCorsConfiguration(sameOrigin)).isNull();
		MockHttpServletRequest navigation = new MockHttpServletRequest("POST", "/api/x");
		navigation.addHeader("Origin", "https://payment.example");
		navigation.addHeader("Sec-Fetch-Mode", "navigate");
		assertThat(this.source.getCorsConfiguration(navigation)).isNull();
	}

	@ParameterizedTest
	@MethodSource("requests")
	void springFilterAnswersAsThePolicyFilter(MockHttpServletRequest request) throws ServletException, IOException {
		MockHttpServletResponse spring = new MockHttpServletResponse();
		MockHttpServletResponse own = new MockHttpServletResponse();
		new CorsFilter(this.source).doFilter(request, spring, new MockFilterChain());
		new CorsPolicyFilter(this.policies, (corsRequest, decision) -> {
		}).doFilter(request, own, new MockFilterChain());
		assertThat(spring.getStatus()).isEqualTo(own.getStatus());
		// Spring lists the exposed headers on preflights, too, where browsers do not look
		boolean preflight = "OPTIONS".equals(request.getMethod());
		assertThat(headers(spring).filter((header) -> !preflight || !header.contains("Expose")))
			.containsExactlyInAnyOrderElementsOf(headers(own).toList());
	}

	private static Stream<String> headers(MockHttpServletResponse response) {
		return response.getHeaderNames()
			.stream()
			.filter((name) -> name.startsWith("Access-Control-"))
			.map((name) -> name + ": " + String.join("|", response.getHeaders(name)).replace(", ", ","));
	}

	static Stream<MockHttpServletRequest> requests() {
		return Stream.of("https://app.example", "https://evil.example", "null", "nonsense")
			.flatMap((origin) -> Stream.of("/api/x", "/api/open/x")
				.flatMap((path) -> Stream.of("GET", "PUT", "DELETE")
					.flatMap((method) -> Stream.of("X-Trace", "X-Other", "")
						.flatMap((header) -> Stream.of(request(origin, path, method),
								preflight(origin, path, method, header))))));
	}

	private static MockHttpServletRequest request(String origin, String path, String method) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, path);
		request.addHeader("Origin", origin);
		return request;
	}

	private static MockHttpServletRequest preflight(String origin, String path, String method, String header) {
		MockHttpServletRequest request = request(origin, path, "OPTIONS");
		request.addHeader("Access-Control-Request-Method", method);
		if (!header.isEmpty()) {
			request.addHeader("Access-Control-Request-Headers", header);
		}
		return request;
	}

}
