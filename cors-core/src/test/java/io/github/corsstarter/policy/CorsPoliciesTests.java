package io.github.corsstarter.policy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsPolicies}.
 */
class CorsPoliciesTests {

	private final CorsPolicies policies = new CorsPolicies(new Prefixes(Map.of("/admin",
			compile(CorsPolicyDefinition.builder("admin").allowedOrigins("https://admin.example")), "/public",
			compile(CorsPolicyDefinition.builder("public").allowedOrigins("*").exposedHeaders("X-Total")), "/api",
			compile(CorsPolicyDefinition.builder("api")
				.allowedOrigins("https://app.example", "https://admin.example")
				.allowCredentials(true)))));

	@Test
	void ungovernedPathIsLeftAlone() {
		CorsDecision decision = decide("GET", "/other", "https://evil.example");
		assertThat(decision.outcome()).isEqualTo(CorsDecision.Outcome.NOT_GOVERNED);
		assertThat(decision.isFinal()).isFalse();
		assertThat(decision.headers()).isEmpty();
		assertThat(decision.vary()).isEmpty();
	}

	@Test
	void allowedActualRequestEchoesTheOrigin() {
		CorsDecision decision = decide("GET", "/api/x", "https://app.example");
		assertThat(decision.outcome()).isEqualTo(CorsDecision.Outcome.ALLOWED);
		assertThat(decision.headers()).containsExactly(Map.entry("Access-Control-Allow-Origin", "https://app.example"),
				Map.entry("Access-Control-Allow-Credentials", "true"));
		assertThat(decision.vary()).containsExactly("Origin");
		assertThat(decision.ownsHeaders()).isTrue();
		assertThat(decision.isFinal()).isFalse();
	}

	@Test
	void formThatWasHeldToTheOriginsGoesThroughAndIsToldFromOneThatWasNot() {
		CorsPolicies forms = new CorsPolicies(new Prefixes(Map.of("/listed",
				compile(CorsPolicyDefinition.builder("listed")
					.allowedOrigins("https://app.example")
					.crossSiteForms(CrossSiteForms.LISTED)),
				"/any", compile(CorsPolicyDefinition.builder("any").allowedOrigins("https://app.example")))));
		CorsRequest.Builder form = CorsRequest.builder("POST", "/listed")
			.origin("https://app.example")
			.fetchMode("navigate");
		CorsDecision decision = forms.decide(form.build());
		assertThat(decision.outcome()).isEqualTo(CorsDecision.Outcome.LISTED_FORM);
		assertThat(decision.goesThrough()).isTrue();
		assertThat(decision.isFinal()).isFalse();
		assertThat(decision.headers()).isEmpty();
		assertThat(decision.ownsHeaders()).isFalse();
		CorsDecision rejected = forms.decide(form.origin("https://evil.example").build());
		assertThat(rejected.reason()).isEqualTo(RejectionReason.ORIGIN_NOT_ALLOWED);
		assertThat(rejected.preflight()).isFalse();
		assertThat(forms
			.decide(CorsRequest.builder("GET", "/listed").origin("https://evil.example").fetchMode("navigate").build())
			.outcome()).isEqualTo(CorsDecision.Outcome.NAVIGATION);
		assertThat(forms
			.decide(CorsRequest.builder("POST", "/any").origin("https://evil.example").fetchMode("navigate").build())
			.outcome()).isEqualTo(CorsDecision.Outcome.NAVIGATION);
	}

	@Test
	void timingIsOwnedWhereThePolicySetsIt() {
		CorsPolicies timed = new CorsPolicies(new Prefixes(Map.of("/timed", compile(
				CorsPolicyDefinition.builder("timed").allowedOrigins("https://app.example").timingAllowOrigin(true)),
				"/other", compile(CorsPolicyDefinition.builder("other").allowedOrigins("https://app.example")))));
		CorsDecision decision = timed
			.decide(CorsRequest.builder("GET", "/timed").origin("https://app.example").build());
		assertThat(decision.header("timing-allow-origin")).isEqualTo("https://app.example");
		assertThat(decision.owns("Timing-Allow-origin")).isTrue();
		assertThat(timed.decide(CorsRequest.builder("GET", "/other").origin("https://app.example").build())
			.owns("Timing-Allow-Origin")).isFalse();
	}

	@Test
	void spellingsOfAPathDoNotEscapeItsPolicy() {
		assertThat(decide("GET", "//admin/x", "https://app.example").reason())
			.isEqualTo(RejectionReason.ORIGIN_NOT_ALLOWED);
		assertThat(decide("GET", "/api/%2e%2e/admin/x", "https://app.example").reason())
			.isEqualTo(RejectionReason.ORIGIN_NOT_ALLOWED);
	}

	@Test
	void climbingPathMustBeAllowedByThePolicyOfItsRawPathAsWell() {
		CorsDecision rejected = decide("GET", "/admin/../api/x", "https://app.example");
		assertThat(rejected.outcome()).isEqualTo(CorsDecision.Outcome.REJECTED);
		CorsDecision allowed = decide("GET", "/admin/../api/x", "https://admin.example");
		assertThat(allowed.outcome()).isEqualTo(CorsDecision.Outcome.ALLOWED);
		assertThat(allowed.policy()).extracting(CorsPolicy::name).isEqualTo("api");
		CorsDecision raw = decide("GET", "/admin/../other", "https://app.example");
		assertThat(raw.outcome()).isEqualTo(CorsDecision.Outcome.REJECTED);
	}

	@Test
	void policyOfEachReadingMustAllowTheRequest() {
		for (String path : List.of("/api%2f..%2Fadmin/x", "/api/..%5cadmin/x", "/api\\..\\admin",
				"/admin%2fx/../../api")) {
			CorsDecision rejected = decide("GET", path, "https://app.example");
			assertThat(rejected.outcome()).as(path).isEqualTo(CorsDecision.Outcome.REJECTED);
			CorsDecision allowed = decide("GET", path, "https://admin.example");
			assertThat(allowed.outcome()).as(path).isEqualTo(CorsDecision.Outcome.ALLOWED);
			assertThat(allowed.policy()).extracting(CorsPolicy::name).isEqualTo("api");
		}
		CorsDecision escaping = decide("GET", "/other/..%2fadmin", "https://app.example");
		assertThat(escaping.outcome()).isEqualTo(CorsDecision.Outcome.REJECTED);
	}

	@Test
	void policyOfAnotherReadingAllowsNobodyToReadAnUngovernedPath() {
		for (String path : List.of("/admin/../other", "/admin/..;x/other", "/other/..%2fadmin")) {
			assertThat(decide("GET", path, "https://admin.example")).as(path).isSameAs(CorsDecision.NOT_GOVERNED);
			assertThat(decide("GET", path, "https://app.example").outcome()).as(path)
				.isEqualTo(CorsDecision.Outcome.REJECTED);
		}
	}

	@Test
	void rejectionByAnotherReadingNamesThePolicyOfTheNormalizedPathAndExplainsWhichRejects() {
		for (String path : List.of("/admin/../api/x", "/api%2f..%2Fadmin/x", "/api/..%5cadmin/x")) {
			CorsRequest request = CorsRequest.builder("GET", path).origin("https://app.example").build();
			CorsDecision rejected = this.policies.decide(request);
			assertThat(rejected.policy()).as(path).extracting(CorsPolicy::name).isEqualTo("api");
			assertThat(rejected.matchedPath()).as(path).isEqualTo("/api/**");
			assertThat(rejected.decidedBy()).as(path).extracting(CorsPolicy::name).isEqualTo("admin");
			RejectionExplanation explanation = RejectionExplanation.of(request, rejected);
			assertThat(explanation.explanation())
				.startsWith("The path can also be read as one that policy 'admin' governs. ")
				.endsWith("https://app.example is not among the origins that policy 'admin' allows.");
			assertThat(explanation.remedy()).contains("cors.policies.admin.allowed-origins");
			assertThat(this.policies.explainingRejections().decide(request).body()).contains("policy 'admin'");
		}
		CorsDecision ungoverned = decide("GET", "/other/..%2fadmin", "https://app.example");
		assertThat(ungoverned.policy()).extracting(CorsPolicy::name).isEqualTo("admin");
		CorsDecision own = decide("GET", "/admin/../api/x", "https://other.example");
		assertThat(own.policy()).extracting(CorsPolicy::name).isEqualTo("api");
	}

	@Test
	void requestOutsideOfTheApplicationIsRejectedUnlessItIsNoCorsRequest() {
		CorsRequest.Builder request = CorsRequest.builder("GET", "/api/x").origin("https://app.example").outside();
		CorsDecision rejected = this.policies.decide(request.build());
		assertThat(rejected.outcome()).isEqualTo(CorsDecision.Outcome.REJECTED);
		assertThat(rejected.reason()).isEqualTo(RejectionReason.ORIGIN_NOT_ALLOWED);
		assertThat(rejected.policy()).isNull();
		assertThat(rejected.status()).isEqualTo(403);
		assertThat(rejected.headers()).isEmpty();
		assertThat(rejected.vary()).containsExactly("Origin");
		CorsDecision told = this.policies.explainingRejections().decide(request.build());
		assertThat(told.body()).contains("context path");
		CorsDecision preflight = this.policies
			.decide(CorsRequest.builder("OPTIONS", "/x").origin("null").requestMethod("GET").outside().build());
		assertThat(preflight.preflight()).isTrue();
		assertThat(preflight.outcome()).isEqualTo(CorsDecision.Outcome.REJECTED);
		for (CorsRequest.Builder passing : List.of(CorsRequest.builder("GET", "/api/x"),
				CorsRequest.builder("GET", "/api/x").origin("http://localhost"),
				CorsRequest.builder("POST", "/api/x").origin("https://bank.example").fetchMode("navigate"))) {
			assertThat(this.policies.decide(passing.outside().build()).outcome())
				.isEqualTo(CorsDecision.Outcome.NOT_GOVERNED);
		}
		CorsPolicies none = new CorsPolicies(new Prefixes(Map.of()));
		assertThat(none.decide(request.build()).outcome()).isEqualTo(CorsDecision.Outcome.NOT_GOVERNED);
	}

	@Test
	void openPolicyAllowsMalformedOriginsAndSpeaksToEverybody() {
		for (String origin : new String[] { null, "", "https://a.example/", "null", "https://x.example" }) {
			CorsDecision decision = decide("GET", "/public/x", origin);
			assertThat(decision.headers()).containsExactly(Map.entry("Access-Control-Allow-Origin", "*"),
					Map.entry("Access-Control-Expose-Headers", "X-Total"));
			assertThat(decision.vary()).isEmpty();
			assertThat(decision.ownsHeaders()).isTrue();
		}
	}

	@Test
	void sameOriginResponseCarriesTheOriginAndNothingElse() {
		CorsDecision decision = decide("POST", "/api/x", "http://localhost");
		assertThat(decision.outcome()).isEqualTo(CorsDecision.Outcome.SAME_ORIGIN);
		assertThat(decision.headers()).containsExactly(Map.entry("Access-Control-Allow-Origin", "http://localhost"));
		assertThat(decision.ownsHeaders()).isFalse();
	}

	@Test
	void eachRejectionHasItsReason() {
		assertThat(decide("GET", "/api/x", "https://evil.example").reason()).hasToString("origin-not-allowed");
		assertThat(decide("GET", "/api/x", "https://evil.example/").reason()).hasToString("malformed-origin");
		assertThat(decide("GET", "/api/x", "null").reason()).hasToString("null-origin-not-allowed");
		CorsDecision method = decide("DELETE", "/api/x", "https://app.example");
		assertThat(method.reason()).hasToString("method-not-allowed");
		assertThat(method.detail()).isEqualTo("DELETE");
		assertThat(method.status()).isEqualTo(403);
	}

	@Test
	void preflightIsAnsweredWithThePolicysList() {
		CorsDecision decision = this.policies
			.decide(CorsRequest.preflight("https://app.example", "POST", "/api/x", List.of("x-a", "x-b")));
		assertThat(decision.isFinal()).isTrue();
		assertThat(decision.status()).isEqualTo(200);
		assertThat(decision.headers()).containsExactly(Map.entry("Access-Control-Allow-Origin", "https://app.example"),
				Map.entry("Access-Control-Allow-Credentials", "true"),
				Map.entry("Access-Control-Allow-Methods", "GET, HEAD, POST"),
				Map.entry("Access-Control-Allow-Headers", "x-a, x-b"), Map.entry("Access-Control-Max-Age", "1800"));
	}

	@Test
	void decisionIsThatOfOneSnapshot() {
		List<CorsPolicy> compiled = List.of(compile(CorsPolicyDefinition.builder("api")),
				compile(CorsPolicyDefinition.builder("api").allowedOrigins("https://app.example")));
		AtomicInteger asked = new AtomicInteger();
		CorsPolicies inTurn = new CorsPolicies(
				() -> new PolicyTable(new Prefixes(Map.of("/api", compiled.get(asked.getAndIncrement() % 2))))
					.explainingRejections());
		for (int i = 0; i < 4; i++) {
			CorsDecision decision = inTurn
				.decide(CorsRequest.builder("GET", "/api/../api/x").origin("https://app.example").build());
			assertThat(decision.policy()).isSameAs(compiled.get(i % 2));
			assertThat(decision.outcome())
				.isEqualTo((i % 2 == 0) ? CorsDecision.Outcome.REJECTED : CorsDecision.Outcome.ALLOWED);
		}
		assertThat(asked).hasValue(4);
	}

	@Test
	void decisionWithoutOriginIsMadeOnce() {
		CorsPolicy policy = compile(CorsPolicyDefinition.builder("api"));
		PathMapping.Match match = new PathMapping.Match(policy, "/**");
		CorsPolicies one = new CorsPolicies(new PathMapping() {

			@Override
			public List<Match> matches() {
				return List.of(match);
			}

			@Override
			public Match find(String path) {
				return match;
			}

		});
		CorsRequest request = CorsRequest.withoutOrigin("GET", "/x");
		assertThat(one.decide(request)).isSameAs(one.decide(request));
	}

	@Test
	void matchedByNamesTheEntry() {
		CorsPolicy api = this.policies.decide(CorsRequest.builder("GET", "/api").build()).policy();
		assertThat(api).isNotNull();
		assertThat(api.matchedBy("https://admin.example")).extracting(ConfiguredValue::property)
			.isEqualTo("cors.policies.api.allowed-origins[1]");
		assertThat(api.matchedBy("https://evil.example")).isNull();
	}

	private CorsDecision decide(String method, String path, String origin) {
		return this.policies.decide(CorsRequest.builder(method, path).origin(origin).build());
	}

	private static CorsPolicy compile(CorsPolicyDefinition.Builder definition) {
		return CorsPolicy.compile(EffectivePolicy.of(definition.build()));
	}

	private record Prefixes(Map<String, CorsPolicy> prefixes) implements PathMapping {

		@Override
		public List<Match> matches() {
			return this.prefixes.entrySet().stream().map(Prefixes::match).toList();
		}

		private static Match match(Map.Entry<String, CorsPolicy> entry) {
			return new Match(entry.getValue(), entry.getKey() + "/**");
		}

		@Override
		public @Nullable Match find(String path) {
			return this.prefixes.entrySet()
				.stream()
				.filter((entry) -> path.startsWith(entry.getKey()))
				.map(Prefixes::match)
				.findFirst()
				.orElse(null);
		}

	}

}
