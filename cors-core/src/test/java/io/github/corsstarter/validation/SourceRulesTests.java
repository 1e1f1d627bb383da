package io.github.corsstarter.validation;

import java.util.List;

import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Severity;
import io.github.corsstarter.validation.report.Violation;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.CorsSource.Kind;
import io.github.corsstarter.validation.source.JudgedSource.Effect;
import io.github.corsstarter.validation.source.SourceConfiguration;
import io.github.corsstarter.validation.source.SourceContent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the rules find outside of {@code cors.*}.
 */
class SourceRulesTests {

	private static final String HANDLER = "com.acme.UserController#list()";

	private static final String LOCALHOST = "http://localhost:3000";

	@Test
	void annotationIsHeldToSafetyRulesAndNamed() {
		Violation violation = Validation.production()
			.source(annotation(List.of(LOCALHOST), null, null), Effect.ACTIVE)
			.violation(RuleId.LOCALHOST_ORIGIN);
		assertThat(violation.severity()).isEqualTo(Severity.ERROR);
		assertThat(violation.policy()).isNull();
		assertThat(violation.property()).isNull();
		assertThat(violation.value()).isEqualTo(LOCALHOST);
		assertThat(violation.location()).hasToString(HANDLER);
		assertThat(violation.remedy()).isEqualTo("Remove " + LOCALHOST + " from @CrossOrigin(origins = ...) on "
				+ HANDLER + ". For development, allow it by cors.allowed-origins in the file of a profile.");
	}

	@Test
	void propertiesAreNamedByKeyAndLine() {
		Violation violation = Validation.production()
			.source(CorsSource.properties(Kind.MANAGEMENT, "management.endpoints.web.cors", List.of("/actuator/**"),
					Validation.file("application.yml", 3, 5), configuration(null, List.of("http://localhost:*"), null)),
					Effect.ACTIVE)
			.violation(RuleId.LOCALHOST_ORIGIN);
		assertThat(violation.property()).isEqualTo("management.endpoints.web.cors.allowed-origin-patterns[0]");
		assertThat(violation.location()).isEqualTo(Validation.file("application.yml", 3, 5));
		assertThat(violation.remedy()).isEqualTo("Set management.endpoints.web.cors.allowed-origin-patterns in "
				+ "application-prod.yml to the production origins only.");
	}

	@ParameterizedTest
	@CsvSource({ "*,wildcard-with-credentials", "null,null-origin", "https://*,wildcard-with-credentials",
			"http*://*,wildcard-with-credentials", "http://localhost:[*],localhost-origin",
			"http://*.example.com,insecure-origin", "https://*example.com,unbounded-origins",
			"https://*.github.io,unbounded-origins", "'https://10.0.0.1:[8080,8443]',private-network-origin" })
	void patternIsReadAsSpringDoes(String pattern, String rule) {
		assertThat(Validation.production().source(annotation(null, List.of(pattern), true), Effect.ACTIVE).found())
			.containsExactly(rule + (rule.startsWith("private") ? " warn" : " error") + " null");
	}

	@ParameterizedTest
	@CsvSource({ "https://*.example.com", "'https://*.example.com:[8080,8443]'", "https://app.*.example.com",
			"https://APP.example.com" })
	void confinedPatternIsSafe(String pattern) {
		assertThat(Validation.production().source(annotation(null, List.of(pattern), true), Effect.ACTIVE).found())
			.isEmpty();
	}

	@Test
	void unboundedPatternIsCorrectedAsPattern() {
		Violation violation = Validation.production()
			.source(annotation(null, List.of("https://*example.com"), null), Effect.ACTIVE)
			.violation(RuleId.UNBOUNDED_ORIGINS);
		assertThat(violation.remedy())
			.isEqualTo("Write https://*.example.com in @CrossOrigin(originPatterns = ...) on " + HANDLER + ".");
		assertThat(violation.message()).contains("https://").doesNotContain("\\");
	}

	@Test
	void everythingElseIsHeldToTheRulesToo() {
		SourceConfiguration configuration = new SourceConfiguration(
				List.of("https://a.example.com", "https://a.example.com", "null", "http://a.example.com"), null, null,
				List.of("Cookie"), List.of("*"), true, 100_000L);
		assertThat(Validation.production()
			.source(CorsSource.code(Kind.CORS_MAPPINGS, "webConfig", List.of("/**"), configuration), Effect.ACTIVE)
			.found()).containsExactly("null-origin error null", "insecure-origin error null",
					"redundant-origin warn null", "exposed-wildcard-with-credentials warn null",
					"ineffective-header warn null", "long-max-age warn null");
	}

	@Test
	void textThatEqualsNoOriginIsNoDanger() {
		assertThat(Validation.production()
			.source(annotation(List.of("https://*.github.io", "not an origin"), null, true), Effect.ACTIVE)
			.found()).isEmpty();
	}

	@Test
	void sourceThatAllowsNobodyIsSaidSoUnlessThatIsTheDefault() {
		Validation validation = Validation.production();
		for (Kind kind : List.of(Kind.WEBSOCKET, Kind.CORS_MAPPINGS)) {
			validation.source(CorsSource.code(kind, "x", List.of("/x"), configuration(null, null, null)),
					Effect.ACTIVE);
		}
		assertThat(validation.violation(RuleId.NO_ORIGINS).location()).hasToString("bean 'x'");
	}

	@Test
	void nothingOutsideProductionStopsTheStartByDefault() {
		Validation validation = Validation.development()
			.source(annotation(null, List.of("*"), true), Effect.ACTIVE)
			.source(annotation(List.of(LOCALHOST), null, null), Effect.ACTIVE);
		assertThat(validation.found()).containsExactly("wildcard-with-credentials warn null",
				"localhost-origin info null");
		assertThat(validation.severity("wildcard-with-credentials", "error").found())
			.contains("wildcard-with-credentials error null");
	}

	@Test
	void severityCanBeSet() {
		assertThat(Validation.production()
			.severity("localhost-origin", "warn")
			.severity("no-origins", "off")
			.source(annotation(List.of(LOCALHOST), null, null), Effect.ACTIVE)
			.source(annotation(null, null, null), Effect.ACTIVE)
			.found()).containsExactly("localhost-origin warn null");
	}

	@Test
	void waiverHoldsForWhatIsElsewhereAndIsUsed() {
		Validation validation = Validation.production()
			.source(annotation(List.of(LOCALHOST), null, null), Effect.SHADOWED, "base")
			.waiver("localhost-origin", LOCALHOST, "a web view")
			.waiver("shadowed-cors", HANDLER, "for another deployment");
		assertThat(validation.found()).containsExactly("localhost-origin error null waived",
				"shadowed-cors warn null waived");
		assertThat(validation.start().policies().violations()).isEmpty();
	}

	@Test
	void waiverOfOnePolicyHoldsForNothingElsewhere() {
		assertThat(Validation.production()
			.source(annotation(List.of(LOCALHOST), null, null), Effect.ACTIVE)
			.waiver("localhost-origin", LOCALHOST, "a web view", "mobile", null)
			.found())
			.containsExactly("localhost-origin error null", "unused-waiver warn cors.validation.waivers[0].value");
	}

	@Test
	void sameValueInTwoPlacesIsReportedTwice() {
		assertThat(Validation.production()
			.source(annotation(List.of(LOCALHOST), null, null), Effect.ACTIVE)
			.source(CorsSource.code(Kind.CORS_FILTER, "myFilter", List.of("/**"),
					configuration(List.of(LOCALHOST), null, null)), Effect.ACTIVE)
			.violations(RuleId.LOCALHOST_ORIGIN)).extracting((violation) -> String.valueOf(violation.location()))
			.containsExactly(HANDLER, "bean 'myFilter'");
	}

	@Test
	void shadowedSourceNamesThePolicyAndItsKey() {
		Violation violation = Validation.development()
			.base((base) -> base.allowedOrigins("https://app.example.com"))
			.policy("web", (web) -> web.paths("/users/**"))
			.source(annotation(List.of("https://app.example.com"), null, null), Effect.PARTLY_SHADOWED, "web")
			.violation(RuleId.SHADOWED_CORS);
		assertThat(violation.severity()).isEqualTo(Severity.WARN);
		assertThat(violation.value()).isEqualTo(HANDLER);
		assertThat(violation.message()).startsWith("Policy 'web' governs some of its paths (/users)");
		assertThat(violation.remedy()).isEqualTo("Move what it allows into the policy and remove @CrossOrigin on "
				+ HANDLER + ", or narrow cors.policies.web.paths.");
	}

	@ParameterizedTest
	@EnumSource(names = { "ACTIVE", "OPAQUE" })
	void sourceThatNoPolicySurelyShadowsIsNotSaidTo(Effect effect) {
		assertThat(Validation.development()
			.source(CorsSource.code(Kind.CORS_FILTER, "filter", List.of(), new SourceContent.Opaque("It hangs.")),
					effect)
			.found()).isEmpty();
	}

	@Test
	void overlapIsWhatNoPolicyAllows() {
		SourceConfiguration configuration = new SourceConfiguration(
				List.of("https://app.example.com", "https://b.example.org"),
				List.of("https://*.pr.example.com", "https://*.example.net"), List.of("GET", "HEAD", "DELETE"), null,
				null, true, null);
		assertThat(Validation.development()
			.base((base) -> base.paths("/api/**").allowedOrigins("https://app.example.com"))
			.policy("web", (web) -> web.paths("/web/**").allowedOriginRegexes("https://[a-z0-9_.-]+\\.example\\.com"))
			.source(CorsSource.code(Kind.CORS_MAPPINGS, "webConfig", List.of("/legacy/**"), configuration),
					Effect.ACTIVE)
			.violations(RuleId.POLICY_OVERLAP)).extracting(Violation::value)
			.containsExactly("https://b.example.org", "https://*.example.net", "DELETE", "true");
	}

	@Test
	void everythingIsOverlapOfNothing() {
		Validation validation = Validation.development()
			.source(annotation(List.of("https://a.example.com"), null, null), Effect.ACTIVE);
		assertThat(validation.found()).isEmpty();
		assertThat(validation.base((base) -> base.paths("/x").allowedOrigins("https://b.example.com")).found())
			.containsExactly("policy-overlap warn null");
	}

	@Test
	void whatAnOpenPolicyAllowsIsNoOverlap() {
		assertThat(Validation.development()
			.base((base) -> base.paths("/x").allowedOrigins("*").allowedMethods("*"))
			.source(annotation(List.of("null", "*"), List.of("https://*"), null), Effect.ACTIVE)
			.violations(RuleId.POLICY_OVERLAP)).isEmpty();
	}

	@Test
	void overlapSaysWhichPathsItMeansWherePolicyGovernsSomeOfThem() {
		Validation validation = Validation.development()
			.base((base) -> base.paths("/api/**").allowedOrigins("https://app.example.com"))
			.source(annotation(List.of("https://a.example.com"), null, null), Effect.PARTLY_SHADOWED, "base");
		assertThat(validation.violation(RuleId.POLICY_OVERLAP).message())
			.endsWith("for those of its paths (/users) that no policy governs.");
	}

	@Test
	void shadowedSourceIsNoOverlap() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("https://b.example.com"))
			.source(annotation(List.of("https://a.example.com"), null, null), Effect.SHADOWED, "base")
			.found()).containsExactly("shadowed-cors warn null");
	}

	@Test
	void socketThatLetsEverybodyInIsNotToldOfSettingsItDoesNotHave() {
		CorsSource socket = CorsSource.code(Kind.WEBSOCKET, "webSocketConfig", List.of("/ws"),
				configuration(null, List.of("*"), true));
		Violation violation = Validation.production()
			.source(socket, Effect.ACTIVE)
			.violation(RuleId.WILDCARD_WITH_CREDENTIALS);
		assertThat(violation.location()).hasToString("bean 'webSocketConfig'");
		assertThat(violation.message())
			.isEqualTo("Every website could open a connection to /ws with the cookies and logins of its visitors.");
		assertThat(violation.remedy()).isEqualTo(
				"List the origins that are meant in setAllowedOriginPatterns(...) of /ws in bean 'webSocketConfig'.");
		assertThat(Validation.production()
			.source(socket, Effect.PARTLY_SHADOWED, "base")
			.violation(RuleId.WILDCARD_WITH_CREDENTIALS)
			.message())
			.isEqualTo("/ws lets every origin in: only policy 'base', which decides first, keeps other websites out.");
	}

	private static CorsSource annotation(@Nullable List<String> origins, @Nullable List<String> patterns,
			@Nullable Boolean credentials) {
		return CorsSource.code(Kind.CROSS_ORIGIN_ANNOTATION, HANDLER, List.of("/users"),
				configuration(origins, patterns, credentials));
	}

	private static SourceConfiguration configuration(@Nullable List<String> origins, @Nullable List<String> patterns,
			@Nullable Boolean credentials) {
		return new SourceConfiguration(origins, patterns, List.of("GET"), null, null, credentials, null);
	}

}
