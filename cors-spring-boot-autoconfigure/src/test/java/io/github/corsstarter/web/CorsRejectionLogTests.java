package io.github.corsstarter.web;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsRejectionLog}.
 */
class CorsRejectionLogTests {

	private final CorsPolicies policies = TestPolicies
		.policies(TestPolicies.policy("api", "/**").allowedOrigins("https://app.example"));

	@Test
	void rejectionIsOneLineWhateverTheClientSent() {
		CorsRequest request = CorsRequest.builder("GET", "/a\nb").origin("https://evil\r\nforged").build();
		assertThat(CorsRejectionLog.message(request, this.policies.decide(request))).isEqualTo(
				"Rejected GET /a\\u000ab from origin 'https://evil\\u000d\\u000aforged': malformed-origin by policy 'api'");
	}

	@Test
	void rejectionNamesWhatWasRefused() {
		CorsRequest request = CorsRequest.builder("DELETE", "/x").origin("https://app.example").build();
		assertThat(CorsRejectionLog.message(request, this.policies.decide(request))).isEqualTo(
				"Rejected DELETE /x from origin 'https://app.example': method-not-allowed 'DELETE' by policy 'api'");
	}

}
