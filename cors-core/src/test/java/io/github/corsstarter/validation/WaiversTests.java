package io.github.corsstarter.validation;

import java.util.List;

import io.github.corsstarter.validation.report.FailureText;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.ValidationReport;
import io.github.corsstarter.validation.report.Violation;
import io.github.corsstarter.validation.report.Waiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Waivers}, {@code expired-waiver} and {@code unused-waiver}.
 */
class WaiversTests {

	private static final String LOCALHOST = "http://localhost:5173";

	private static Validation localhost() {
		return Validation.production().base((base) -> base.allowedOrigins(LOCALHOST));
	}

	@Test
	void waivedViolationStaysListedAndStopsNothing() {
		ValidationReport report = localhost().waiver("localhost-origin", LOCALHOST, "a web view", null, "2027-06-30")
			.report();
		assertThat(report.errors()).isEmpty();
		assertThat(report.violations()).singleElement()
			.extracting(Violation::waiver)
			.isEqualTo(new Waiver(RuleId.LOCALHOST_ORIGIN, LOCALHOST, null, "a web view", Validation.TODAY));
		report.throwIfUnsafe();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://App.Localhost:443/", "https://app.localhost" })
	void meansConfiguredAndNormalisedSpelling(String value) {
		assertThat(Validation.production()
			.base((base) -> base.allowedOrigins("https://App.Localhost:443/"))
			.waiver("LOCALHOSTORIGIN", value, "because")
			.found()).containsExactly("localhost-origin error cors.allowed-origins[0] waived");
	}

	@Test
	void meansTheValueAsTheReportPrintsIt() {
		assertThat(Validation.production()
			.key("cors.allowed-orgins\u0007")
			.waiver("unknown-property", "cors.allowed-orgins\\u0007", "because")
			.found()).containsExactly("unknown-property error cors.allowed-orgins\\u0007 waived");
	}

	@Test
	void lastDayIsInclusive() {
		assertThat(localhost().waiver("localhost-origin", LOCALHOST, "because", null, "2027-06-30").found())
			.containsExactly("localhost-origin error cors.allowed-origins[0] waived");
	}

	@Test
	void expiredWaiverHoldsForNothing() {
		assertThat(localhost().waiver("localhost-origin", LOCALHOST, "because", null, "2027-06-29").found())
			.containsExactly("localhost-origin error cors.allowed-origins[0]",
					"expired-waiver warn cors.validation.waivers[0].expires");
	}

	@Test
	void unusedWaiverIsReported() {
		Validation validation = localhost().waiver("localhost-origin", "http://localhost:3000", "because");
		assertThat(validation.found()).containsExactly("localhost-origin error cors.allowed-origins[0]",
				"unused-waiver warn cors.validation.waivers[0].value");
		assertThat(validation.violation(RuleId.UNUSED_WAIVER).value()).isEqualTo("http://localhost:3000");
	}

	@Test
	void waiverOfAnotherRuleHoldsForNothing() {
		assertThat(localhost().waiver("null-origin", LOCALHOST, "because").found()).containsExactly(
				"localhost-origin error cors.allowed-origins[0]",
				"unused-waiver warn cors.validation.waivers[0].value");
	}

	@Test
	void waiverOfOnePolicyDoesNotHoldForAnother() {
		assertThat(Validation.production()
			.base((base) -> base.paths().allowedOrigins(LOCALHOST))
			.policy("web", (web) -> web.paths("/web"))
			.policy("mobile", (mobile) -> mobile.paths("/mobile"))
			.waiver("localhost-origin", LOCALHOST, "a web view", "mobile", null)
			.found()).containsExactly("localhost-origin error cors.allowed-origins[0]",
					"localhost-origin error cors.allowed-origins[0] waived");
	}

	@Test
	void waiverIsUsedOutsideProductionToo() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins(LOCALHOST))
			.waiver("localhost-origin", LOCALHOST, "because")
			.found()).containsExactly("localhost-origin info cors.allowed-origins[0] waived");
	}

	@ParameterizedTest
	@ValueSource(strings = { "wildcard-origin", "private-network-origin", "explain-rejections" })
	void waiverOfWhatIsNotLookedForIsNotUnused(String rule) {
		assertThat(Validation.development().waiver(rule, "x", "because").found()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost-origin", "shadowed-cors", "policy-overlap", "unused-waiver" })
	void waiverThatMayBeNeededElsewhereIsNotUnusedBeforeThatIsRead(String rule) {
		assertThat(Validation.production().waiver(rule, "x", "because").start().policies().violations()).isEmpty();
	}

	@Test
	void waiverOfOnePolicyCannotBeNeededElsewhere() {
		Validation validation = Validation.production()
			.policy("mobile", (mobile) -> mobile.paths("/mobile").allowedOrigins("https://app.example.com"))
			.waiver("localhost-origin", "http://localhost", "a web view", "mobile", null)
			.waiver("localhost-origin", "http://localhost", "a filter of that name", "corsFilter", null);
		assertThat(validation.start().policies().violations()).singleElement()
			.extracting(Violation::property)
			.isEqualTo("cors.validation.waivers[0].value");
	}

	@Test
	void waiverThatCannotBeNeededElsewhereIsUnusedAtOnce() {
		StagedValidation validation = Validation.production()
			.waiver("unknown-property", "x", "because")
			.waiver("localhost-origin", "http://localhost", "because", null, "2027-06-29")
			.start();
		assertThat(validation.policies().violations()).extracting(Violation::rule)
			.containsExactly(RuleId.EXPIRED_WAIVER, RuleId.UNUSED_WAIVER);
		assertThat(validation.complete(List.of(), List.of()).violations()).extracting(Violation::rule)
			.containsExactly(RuleId.EXPIRED_WAIVER, RuleId.UNUSED_WAIVER);
	}

	@Test
	void unusedWaiverCanBeWaived() {
		assertThat(Validation.production()
			.waiver("unused-waiver", "x", "only some deployments have x")
			.waiver("localhost-origin", "x", "because")
			.found()).containsExactly("unused-waiver warn cors.validation.waivers[1].value waived");
	}

	@Test
	void waiverOfUnusedWaiverCanBeUnusedItself() {
		assertThat(Validation.production().waiver("unused-waiver", "x", "because").found())
			.containsExactly("unused-waiver warn cors.validation.waivers[0].value");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost", "https://localhost:8443", "http://localhost:[8080,8443]" })
	void waiverThatNearlyWaivesWhatStopsTheStartIsNamed(String value) {
		Validation validation = Validation.production()
			.base((base) -> base.allowedOrigins("https://app.example.com", "https://localhost"))
			.waiver("localhost-origin", value, "a web view");
		ValidationReport report = validation.start().policies();
		assertThat(report.errors()).hasSize(1);
		assertThat(report.warnings()).singleElement().satisfies((warning) -> {
			assertThat(warning.rule()).isEqualTo(RuleId.UNUSED_WAIVER);
			assertThat(warning.property()).isEqualTo("cors.validation.waivers[0].value");
			assertThat(warning.message()).isEqualTo("It waives nothing: cors.allowed-origins[1] is https://localhost.");
		});
	}

	@Test
	void waiverOfTheSameValueInAnotherPolicyIsNamed() {
		ValidationReport report = Validation.production()
			.base((base) -> base.allowedOrigins("https://localhost"))
			.waiver("localhost-origin", "https://localhost", "a web view", "mobile", null)
			.start()
			.policies();
		assertThat(report.warnings()).singleElement()
			.extracting(Violation::message)
			.isEqualTo("It waives nothing: cors.allowed-origins[0] of policy 'base' is https://localhost.");
	}

	@Test
	void waiverThatMayBeNeededElsewhereIsListedWhereTheStartIsStopped() {
		StagedValidation validation = Validation.production()
			.base((base) -> base.allowedOrigins("https://localhost"))
			.waiver("localhost-origin", "https://127.0.0.1", "a web view")
			.start();
		ValidationReport report = validation.policies();
		assertThat(report.errors()).hasSize(1);
		assertThat(report.warnings()).singleElement().satisfies((warning) -> {
			assertThat(warning.rule()).isEqualTo(RuleId.UNUSED_WAIVER);
			assertThat(warning.property()).isEqualTo("cors.validation.waivers[0].value");
			assertThat(warning.message()).isEqualTo("It waives nothing of what was judged so far.");
			assertThat(warning.remedy()).startsWith("Leave it if it is for an annotation, a mapping or a filter");
		});
		assertThat(validation.complete(List.of(), List.of()).warnings()).singleElement()
			.extracting(Violation::message)
			.isEqualTo("No violation of localhost-origin has this value.");
	}

	@Test
	void waiverThatMayBeNeededElsewhereCanBeWaivedWhereTheStartIsStopped() {
		ValidationReport report = Validation.production()
			.base((base) -> base.allowedOrigins("https://localhost"))
			.waiver("unused-waiver", "shadowed", "only some deployments have it")
			.waiver("shadowed-cors", "shadowed", "because")
			.start()
			.policies();
		assertThat(report.warnings()).isEmpty();
		assertThat(report.violations()).extracting(Violation::rule)
			.containsExactly(RuleId.LOCALHOST_ORIGIN, RuleId.UNUSED_WAIVER);
	}

	@Test
	void reportOfThePropertiesSaysThatTheRestIsNotJudgedYet() {
		Validation validation = Validation.production().base((base) -> base.allowedOrigins("https://localhost"));
		assertThat(new FailureText(validation.start().policies()).action()).endsWith("""
				If a value is intended, waive it under cors.validation.waivers and say why.

				Annotations, mappings and filters with CORS configuration are judged once these problems are fixed.""");
		assertThat(new FailureText(validation.report()).action()).endsWith("and say why.");
	}

}
