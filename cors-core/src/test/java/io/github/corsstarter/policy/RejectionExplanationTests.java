package io.github.corsstarter.policy;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RejectionExplanation} and for policies that explain rejections.
 */
class RejectionExplanationTests {

	private static final CorsPolicyDefinition BASE = CorsPolicyDefinition.builder(CorsPolicyDefinition.BASE)
		.allowedOrigins("https://app.example")
		.allowedMethods("GET", "PUT")
		.allowedHeaders("X-Trace", "Content-Type")
		.allowCredentials(true)
		.build();

	private static final CorsPolicyDefinition ANY = CorsPolicyDefinition.builder("any")
		.paths("/any")
		.allowedMethods("*")
		.allowedHeaders("*")
		.build();

	private final CorsPolicies policies = policies(EffectivePolicy.of(BASE)).explainingRejections();

	private final CorsPolicies anything = policies(EffectivePolicy.of(ANY, BASE)).explainingRejections();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			https://evil.example  | GET    | origin-not-allowed      | Add https://evil.example to cors.allowed-origins.
			null                  | GET    | null-origin-not-allowed | cors.allowed-origins
			null                  | POST   | null-origin-not-allowed | redirected from one other origin to another
			null                  | POST   | null-origin-not-allowed | Referrer-Policy: no-referrer
			https://app.example/  | GET    | malformed-origin        | is not an origin as browsers send it
			https://app.example   | DELETE | method-not-allowed      | Add DELETE to cors.allowed-methods.
			https://app.example   | put    | method-not-allowed      | Let the client send PUT.
			https://app.example   | TRACE  | method-not-allowed      | No policy can allow it
			""")
	void bodyOfARefusalSaysWhyAndWhatToChange(String origin, String method, String reason, String text) {
		CorsDecision decision = this.policies.decide(CorsRequest.builder(method, "/").origin(origin).build());
		assertThat(decision.outcome()).isEqualTo(CorsDecision.Outcome.REJECTED);
		assertThat(decision.status()).isEqualTo(403);
		assertThat(decision.headers()).isEmpty();
		assertThat(decision.body()).startsWith("Invalid CORS request\n" + reason + ": ").contains(text);
	}

	@Test
	void bodyOfARefusedFormNamesTheKey() {
		CorsPolicies forms = policies(EffectivePolicy
			.of(CorsPolicyDefinition.builder("forms").paths("/**").crossSiteForms(CrossSiteForms.LISTED).build(), BASE))
			.explainingRejections();
		CorsDecision decision = forms
			.decide(CorsRequest.builder("POST", "/").origin("https://evil.example").fetchMode("navigate").build());
		assertThat(decision.status()).isEqualTo(403);
		assertThat(decision.body()).startsWith("Invalid CORS request\norigin-not-allowed: ")
			.contains("cors.policies.forms.cross-site-forms lets forms of allowed origins through, and no others.",
					"Add https://evil.example to cors.allowed-origins.");
	}

	@Test
	void bodyOfARefusalShowsNothingUnescaped() {
		CorsDecision decision = this.policies
			.decide(CorsRequest.builder("GET", "/").origin("https://evil.example\r\n\u001b").build());
		assertThat(decision.body()).contains("https://evil.example\\u000d\\u000a\\u001b");
	}

	@Test
	void preflightThatFailsOnItsOriginIsRefused() {
		CorsDecision decision = this.policies
			.decide(CorsRequest.preflight("https://evil.example", "DELETE", "/", List.of()));
		assertThat(decision.status()).isEqualTo(403);
		assertThat(decision.body()).contains("origin-not-allowed");
		assertThat(decision.headers()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "DELETE,X-Trace,method-not-allowed", "PUT,X-Other,header-not-allowed" })
	void preflightThatFailsLaterIsAnsweredWithThePolicysLists(String method, String header, String reason) {
		CorsDecision decision = this.policies
			.decide(CorsRequest.preflight("https://app.example", method, "/", List.of(header)));
		assertThat(decision.outcome()).isEqualTo(CorsDecision.Outcome.REJECTED);
		assertThat(decision.reason()).hasToString(reason);
		assertThat(decision.isFinal()).isTrue();
		assertThat(decision.status()).isEqualTo(200);
		assertThat(decision.body()).isNull();
		assertThat(decision.headers()).containsExactly(Map.entry("Access-Control-Allow-Origin", "https://app.example"),
				Map.entry("Access-Control-Allow-Credentials", "true"),
				Map.entry("Access-Control-Allow-Methods", "GET, PUT"),
				Map.entry("Access-Control-Allow-Headers", "X-Trace, Content-Type"),
				Map.entry("Access-Control-Max-Age", "1800"));
	}

	@Test
	void wildcardShowsWhatWasAskedForAndPassed() {
		CorsDecision headers = this.anything
			.decide(CorsRequest.preflight("https://app.example", "PURGE", "/", List.of("x-a", "*", "x-b", "X-A")));
		assertThat(headers.header("Access-Control-Allow-Methods")).isEqualTo("PURGE");
		assertThat(headers.header("Access-Control-Allow-Headers")).isEqualTo("x-a, x-b");
		CorsDecision method = this.anything
			.decide(CorsRequest.preflight("https://app.example", "TRACE", "/", List.of("x-a")));
		assertThat(method.header("Access-Control-Allow-Methods")).isNull();
		assertThat(method.header("Access-Control-Allow-Headers")).isEqualTo("x-a");
		CorsDecision tooMany = this.anything
			.decide(CorsRequest.preflight("https://app.example", "PURGE", "/", List.of("x".repeat(5000))));
		assertThat(tooMany.header("Access-Control-Allow-Headers")).isNull();
	}

	@Test
	void remedyForAHeaderNamesThePropertyOfThePolicy() {
		assertThat(explain("X-Other").remedy()).isEqualTo("Add X-Other to cors.allowed-headers.");
		assertThat(explain("x y").remedy()).startsWith("No policy can allow it");
	}

	private RejectionExplanation explain(String header) {
		CorsRequest request = CorsRequest.preflight("https://app.example", "GET", "/", List.of(header));
		return RejectionExplanation.of(request, this.policies.decide(request));
	}

	@Test
	void onlyRejectionsAreExplained() {
		CorsRequest request = CorsRequest.builder("GET", "/").origin("https://app.example").build();
		CorsDecision decision = this.policies.decide(request);
		assertThat(decision.outcome()).isEqualTo(CorsDecision.Outcome.ALLOWED);
		assertThatIllegalArgumentException().isThrownBy(() -> RejectionExplanation.of(request, decision));
	}

	private static CorsPolicies policies(EffectivePolicy definition) {
		CorsPolicy policy = CorsPolicy.compile(definition);
		return new CorsPolicies(new PathMapping() {

			@Override
			public List<Match> matches() {
				return List.of(new Match(policy, "/**"));
			}

			@Override
			public @Nullable Match find(String path) {
				return new Match(policy, "/**");
			}

		});
	}

}
