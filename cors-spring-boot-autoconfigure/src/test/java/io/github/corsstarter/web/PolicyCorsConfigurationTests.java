package io.github.corsstarter.web;

import java.time.Duration;
import java.util.List;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.CorsRequest;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;
import org.springframework.web.cors.CorsConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link PolicyCorsConfiguration}.
 */
class PolicyCorsConfigurationTests {

	private static final List<String> ORIGINS = List.of("https://app.example", "https://APP.example", "null",
			"https://a.b.example.com", "https://example.com", "https://pr-12.preview.example.com",
			"https://evil.example", "", "https://app.example/", "https://app.example:443");

	private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PATCH", "patch", "TRACE", "*", "X Y");

	private static final List<String> HEADERS = List.of("X-Trace", "x-trace", "Authorization", "*", "a b", "X-Other");

	private final CorsPolicyDefinition.Builder strict = TestPolicies.policy("api", "/**")
		.allowedOrigins("https://APP.example/")
		.allowedOriginPatterns("https://*.example.com")
		.allowedOriginRegexes("https://pr-\\d+\\.preview\\.example\\.com")
		.allowedMethods("get", "patch")
		.allowedHeaders("X-Trace", "Authorization")
		.exposedHeaders("X-Total")
		.allowCredentials(true)
		.maxAge(Duration.ofMinutes(5));

	private final CorsPolicyDefinition.Builder open = TestPolicies.policy("open", "/**")
		.allowedOrigins("*")
		.allowedMethods("*");

	@Test
	void checksWhatThePolicyDecides() {
		checkAgainstDecisions(this.strict);
		checkAgainstDecisions(this.open);
	}

	private void checkAgainstDecisions(CorsPolicyDefinition.Builder definition) {
		CorsPolicies policies = TestPolicies.policies(definition);
		CorsConfiguration configuration = new PolicyCorsConfiguration(policies.policies().get(0));
		for (String origin : ORIGINS) {
			for (String method : METHODS) {
				for (String header : HEADERS) {
					CorsDecision decision = policies
						.decide(CorsRequest.preflight(origin, method, "/", List.of(header)));
					boolean allowed = configuration.checkOrigin(origin) != null
							&& configuration.checkHttpMethod(HttpMethod.valueOf(method)) != null
							&& configuration.checkHeaders(List.of(header)) != null;
					assertThat(allowed).as("%s %s %s", origin, method, header)
						.isEqualTo(decision.outcome() == CorsDecision.Outcome.ALLOWED);
				}
			}
		}
	}

	@Test
	void answersAsThePolicyDoes() {
		CorsConfiguration configuration = configuration(this.strict);
		assertThat(configuration.checkOrigin("https://app.example")).isEqualTo("https://app.example");
		assertThat(configuration.checkHttpMethod(HttpMethod.HEAD)).containsExactly(HttpMethod.GET, HttpMethod.PATCH);
		assertThat(configuration.checkHeaders(List.of("x-trace", "Authorization, X-Trace"))).containsExactly("x-trace",
				"Authorization");
		assertThat(configuration.checkHeaders(List.of())).isEmpty();
		assertThat(configuration.getExposedHeaders()).containsExactly("X-Total");
		assertThat(configuration.getAllowCredentials()).isTrue();
		assertThat(configuration.getMaxAge()).isEqualTo(300);
		CorsConfiguration anybody = configuration(this.open);
		assertThat(anybody.checkOrigin("https://anybody.example")).isEqualTo("*");
		assertThat(anybody.checkHttpMethod(HttpMethod.DELETE)).containsExactly(HttpMethod.DELETE);
	}

	@Test
	void missingValuesAreNotAllowed() {
		CorsConfiguration configuration = configuration(this.open);
		assertThat(configuration.checkOrigin(null)).isNull();
		assertThat(configuration.checkHttpMethod(null)).isNull();
		assertThat(configuration.checkHeaders(null)).isNull();
	}

	@Test
	void showsTheNormalisedLists() {
		CorsConfiguration configuration = configuration(this.strict);
		assertThat(configuration.getAllowedOrigins()).containsExactly("https://app.example");
		assertThat(configuration.getAllowedOriginPatterns()).containsExactly("https://*.example.com");
		assertThat(configuration.getAllowedMethods()).containsExactly("GET", "PATCH");
		assertThat(configuration.getAllowedHeaders()).containsExactly("X-Trace", "Authorization");
		assertThat(configuration(this.open).getExposedHeaders()).isNull();
	}

	@Test
	void staysThePolicyWhateverItIsCombinedWith() {
		CorsConfiguration configuration = configuration(this.strict);
		CorsConfiguration other = new CorsConfiguration().applyPermitDefaultValues();
		assertThat(configuration.combine(other)).isSameAs(configuration);
		assertThat(configuration.combine(null)).isSameAs(configuration);
		assertThat(configuration.applyPermitDefaultValues()).isSameAs(configuration);
	}

	@Test
	void whatIsSetLaterChangesNoDecision() {
		CorsConfiguration configuration = configuration(this.strict);
		configuration.addAllowedOrigin("*");
		configuration.addAllowedMethod("*");
		configuration.addAllowedHeader("*");
		configuration.addExposedHeader("X-Other");
		configuration.setAllowCredentials(false);
		configuration.setMaxAge(1L);
		assertThat(configuration.checkOrigin("https://evil.example")).isNull();
		assertThat(configuration.checkHttpMethod(HttpMethod.DELETE)).isNull();
		assertThat(configuration.checkHeaders(List.of("X-Other"))).isNull();
		assertThat(configuration.getExposedHeaders()).containsExactly("X-Total");
		assertThat(configuration.getAllowCredentials()).isTrue();
		assertThat(configuration.getMaxAge()).isEqualTo(300);
	}

	@Test
	void credentialsWithAnyOriginAreNotForSpringToJudge() {
		CorsConfiguration configuration = configuration(
				TestPolicies.policy("p", "/**").allowedOrigins("*").allowCredentials(true));
		assertThatNoException().isThrownBy(configuration::validateAllowCredentials);
		assertThat(configuration.checkOrigin("https://app.example")).isEqualTo("https://app.example");
	}

	private static PolicyCorsConfiguration configuration(CorsPolicyDefinition.Builder definition) {
		return new PolicyCorsConfiguration(TestPolicies.compile(definition));
	}

}
