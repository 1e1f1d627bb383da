package io.github.corsstarter.validation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Severity;
import io.github.corsstarter.validation.report.Violation;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.CorsSource.Kind;
import io.github.corsstarter.validation.source.Exposure;
import io.github.corsstarter.validation.source.Exposure.To;
import io.github.corsstarter.validation.source.JudgedSource;
import io.github.corsstarter.validation.source.JudgedSource.Effect;
import io.github.corsstarter.validation.source.PathGovernance;
import io.github.corsstarter.validation.source.SourceContent;
import io.github.corsstarter.validation.source.Standing;
import io.github.corsstarter.validation.source.Turn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the rules make of sources that could not be read: of their answers, or
 * of their silence, and of those that answer before the policies do.
 */
class AskedSourceTests {

	private static final String NOBODY = "https://nobody.invalid";

	private static final Map<To, String> ORIGINS = Map.of(To.ANYBODY, NOBODY, To.NULL, "null", To.LOCALHOST,
			"http://localhost:3000", To.PLAIN_HTTP, "http://example.com");

	@Test
	void answerToEverybodyIsWildcardAndNothingElse() {
		SourceContent everything = asked(exposure(To.ANYBODY, "/b", true), exposure(To.NULL, "/b", true),
				exposure(To.LOCALHOST, "/b", true), exposure(To.PLAIN_HTTP, "/b", true));
		Violation violation = Validation.production()
			.source(filter(everything), Effect.ACTIVE)
			.violation(RuleId.WILDCARD_WITH_CREDENTIALS);
		assertThat(violation.severity()).isEqualTo(Severity.ERROR);
		assertThat(violation.asked()).isTrue();
		assertThat(violation.value()).isEqualTo("myFilter");
		assertThat(violation.location()).hasToString("bean 'myFilter'");
		assertThat(violation.message()).contains("/b", NOBODY,
				"200, Access-Control-Allow-Origin: https://nobody.invalid, Access-Control-Allow-Credentials: true");
		assertThat(Validation.production().source(filter(everything), Effect.ACTIVE).found())
			.containsExactly("wildcard-with-credentials error null");
	}

	@Test
	void answerWithCredentialsAnywhereOutweighsTheOthers() {
		assertThat(Validation.production()
			.source(filter(asked(exposure(To.ANYBODY, "/a", false), exposure(To.ANYBODY, "/b", true))), Effect.ACTIVE)
			.violation(RuleId.WILDCARD_WITH_CREDENTIALS)
			.message()).contains("for /b from");
	}

	@Test
	void answerToEverybodyWithoutCredentialsIsWildcardOrigin() {
		assertThat(Validation.production()
			.source(filter(asked(exposure(To.ANYBODY, "/a", false), exposure(To.NULL, "/a", false))), Effect.ACTIVE)
			.found()).containsExactly("wildcard-origin warn null");
	}

	@Test
	void answerToEverybodyWithoutCredentialsHidesNoneWithCredentialsElsewhere() {
		assertThat(Validation.production()
			.source(filter(asked(exposure(To.ANYBODY, "/public", false), exposure(To.LOCALHOST, "/api", true),
					exposure(To.NULL, "/feed", false))), Effect.ACTIVE)
			.found()).containsExactlyInAnyOrder("localhost-origin error null", "wildcard-origin warn null");
	}

	@Test
	void otherAnswersAreReportedEachForItself() {
		assertThat(Validation.production()
			.source(filter(asked(exposure(To.NULL, "/a", true), exposure(To.LOCALHOST, "/a", true),
					exposure(To.LOCALHOST, "/b", true), exposure(To.PLAIN_HTTP, "/a", true))), Effect.ACTIVE)
			.found())
			.containsExactly("localhost-origin error null", "null-origin error null", "insecure-origin error null");
	}

	@Test
	void plainHttpWithoutCredentialsIsNoMatter() {
		assertThat(Validation.production()
			.source(filter(asked(exposure(To.PLAIN_HTTP, "/a", false))), Effect.ACTIVE)
			.found()).isEmpty();
	}

	@Test
	void safeAnswersAreNoMatter() {
		assertThat(Validation.production().source(filter(asked()), Effect.ACTIVE).found()).isEmpty();
	}

	@Test
	void waiverNamesTheComponent() {
		assertThat(Validation.production()
			.source(filter(asked(exposure(To.NULL, "/a", false))), Effect.ACTIVE)
			.waiver("null-origin", "myFilter", "a sandbox")
			.found()).containsExactly("null-origin error null waived");
	}

	@Test
	void silenceIsSaidInProductionWithWhatWasTried() {
		SourceContent opaque = new SourceContent.Opaque("It gave no answer within 1 s.");
		Violation violation = Validation.production()
			.source(filter(opaque), Effect.OPAQUE)
			.violation(RuleId.OPAQUE_CORS);
		assertThat(violation.severity()).isEqualTo(Severity.WARN);
		assertThat(violation.value()).isEqualTo("myFilter");
		assertThat(violation.message()).endsWith("It gave no answer within 1 s.");
		assertThat(Validation.development().source(filter(opaque), Effect.OPAQUE).found()).isEmpty();
	}

	@Test
	void whatWasPassedOnIsSaidInProductionNotToHaveBeenJudged() {
		Violation violation = Validation.production()
			.source(filter(new SourceContent.Silent(7)), Effect.ACTIVE)
			.violation(RuleId.OPAQUE_CORS);
		assertThat(violation.severity()).isEqualTo(Severity.WARN);
		assertThat(violation.asked()).isTrue();
		assertThat(violation.message()).isEqualTo("It was asked for 7 paths and passed all of them on. "
				+ "What it allows elsewhere, or for other requests, was not judged.");
	}

	@Test
	void sourceAheadOfPolicyIsReportedOnlyWhereOneGoverns() {
		CorsSource ahead = filter(asked()).standing(ahead(-5, 0));
		JudgedSource judged = JudgedSource.of(ahead,
				(kind, pattern) -> new PathGovernance.Extent(false, List.of("base", "web")));
		assertThat(judged.effect()).isEqualTo(Effect.AHEAD);
		assertThat(judged.shadowedBy()).isEmpty();
		Violation violation = Validation.production().source(judged).violation(RuleId.POLICY_BYPASSED);
		assertThat(violation.severity()).isEqualTo(Severity.ERROR);
		assertThat(violation.value()).isEqualTo("myFilter");
		assertThat(violation.message()).contains("order -5", "the policies 'base', 'web'", "cors.filter.order is 0");
		assertThat(Validation.development().source(judged).found()).containsExactly("policy-bypassed info null");
		JudgedSource elsewhere = JudgedSource.of(ahead, (kind, pattern) -> new PathGovernance.Extent(false, List.of()));
		assertThat(elsewhere.effect()).isEqualTo(Effect.ACTIVE);
		assertThat(Validation.production().source(elsewhere).found()).isEmpty();
	}

	@Test
	void sourceOfThePoliciesOrderIsToldToComeLater() {
		Violation violation = bypassed(7);
		assertThat(violation.message()).contains("cors.filter.order is 7, too");
		assertThat(violation.remedy()).startsWith("Give the CORS filter in bean 'myFilter' an order above 7, or");
	}

	@Test
	void nothingComesAfterTheLastOrder() {
		assertThat(bypassed(Integer.MAX_VALUE).remedy()).startsWith("Set cors.filter.order below 2147483647, or");
	}

	@Test
	void sourceThatIsFoundAgainIsTheSame() {
		assertThat(filter(asked()).standing(ahead(1, 2))).isEqualTo(filter(asked()).standing(ahead(1, 2)))
			.hasSameHashCodeAs(filter(asked()).standing(ahead(1, 2)))
			.isNotEqualTo(filter(asked()).standing(ahead(0, 2)));
	}

	private static Standing ahead(int order, int policyOrder) {
		return new Standing.Ahead(new Turn(order, 0, List.of("/**"), (request) -> new Answer(order, Map.of(), true)),
				policyOrder);
	}

	private static Violation bypassed(int order) {
		CorsSource tied = filter(asked()).standing(ahead(order, order));
		JudgedSource judged = JudgedSource.of(tied,
				(kind, pattern) -> new PathGovernance.Extent(false, List.of("base")));
		return Validation.production().source(judged).violation(RuleId.POLICY_BYPASSED);
	}

	private static CorsSource filter(SourceContent content) {
		return CorsSource.code(Kind.CORS_FILTER, "myFilter", List.of("/**"), content);
	}

	private static SourceContent asked(@Nullable Exposure... exposures) {
		return new SourceContent.Asked(Stream.of(exposures).filter(Objects::nonNull).toList());
	}

	private static @Nullable Exposure exposure(To to, String path, boolean credentials) {
		String origin = ORIGINS.getOrDefault(to, "");
		Map<String, String> headers = credentials
				? Map.of("Access-Control-Allow-Origin", origin, "Access-Control-Allow-Credentials", "true")
				: Map.of("access-control-allow-origin", "*");
		return Exposure.of(to, path, origin, new Answer(200, headers, false));
	}

}
