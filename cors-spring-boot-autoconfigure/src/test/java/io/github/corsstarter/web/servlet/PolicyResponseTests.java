package io.github.corsstarter.web.servlet;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.web.TestPolicies;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PolicyResponse}.
 */
class PolicyResponseTests {

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void looksAsItIs() {
		HttpServletResponse obeying = new PolicyResponse(this.response, decide("https://app.example"));
		obeying.setDateHeader("Access-Control-Max-Age", 1);
		obeying.addDateHeader("Access-Control-Max-Age", 1);
		obeying.addHeader("Access-Control-Allow-Origin", "*");
		assertThat(obeying.getHeader("access-control-allow-origin")).isEqualTo("https://app.example");
		assertThat(obeying.getHeaders("Access-Control-Allow-Origin")).containsExactly("https://app.example");
		assertThat(obeying.containsHeader("Access-Control-Max-Age")).isFalse();
		assertThat(obeying.getHeaderNames()).containsExactlyInAnyOrder("Access-Control-Allow-Origin", "Vary");
	}

	@Test
	void otherHeadersPass() {
		HttpServletResponse obeying = new PolicyResponse(this.response, decide("https://app.example"));
		obeying.setHeader("X-Set", "1");
		obeying.addHeader("X-Added", "2");
		obeying.setIntHeader("X-Int", 3);
		obeying.addIntHeader("X-Int", 4);
		obeying.setDateHeader("Expires", 0);
		obeying.addDateHeader("Last-Modified", 0);
		assertThat(this.response.getHeaderNames()).contains("X-Set", "X-Added", "X-Int", "Expires", "Last-Modified");
		assertThat(this.response.getHeaders("X-Int")).containsExactly("3", "4");
	}

	@Test
	void applicationHasItsOwnHeadersWhereThePolicyHasNoSay() {
		HttpServletResponse obeying = new PolicyResponse(this.response, decide(null));
		obeying.setHeader("Access-Control-Allow-Origin", "https://other.example");
		assertThat(this.response.getHeader("Access-Control-Allow-Origin")).isEqualTo("https://other.example");
	}

	@Test
	void headerThatCannotBeRemovedIsBlank() {
		this.response.setHeader("Access-Control-Allow-Credentials", "true");
		HttpServletResponse withoutRemoval = new HttpServletResponseWrapper(this.response) {

			@Override
			public void setHeader(String name, @Nullable String value) {
				if (value != null) {
					super.setHeader(name, value);
				}
			}

		};
		new PolicyResponse(withoutRemoval, decide("https://app.example"));
		assertThat(this.response.getHeaders("Access-Control-Allow-Credentials")).containsExactly("");
	}

	@Test
	void varyThatIsThereIsMerged() {
		this.response.addHeader("Vary", "Accept-Encoding, origin");
		HttpServletResponse obeying = new PolicyResponse(this.response, decide("https://app.example"));
		obeying.addHeader("Vary", "Origin, Cookie");
		assertThat(this.response.getHeaders("Vary")).containsExactly("Accept-Encoding, origin", "Cookie");
	}

	private static CorsDecision decide(@Nullable String origin) {
		return TestPolicies.policies(TestPolicies.policy("api", "/**").allowedOrigins("https://app.example"))
			.decide(CorsRequest.builder("GET", "/").origin(origin).build());
	}

}
