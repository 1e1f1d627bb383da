package io.github.corsstarter.validation;

import java.util.List;

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
	void expiredWaiverExcusesNothing() {
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
	void waiverOfAnotherRuleExcusesNothing() {
		assertThat(localhost().waiver("null-origin", LOCALHOST, "because").found()).containsExactly(
				"localhost-origin error cors.allowed-origins[0]",
				"unused-waiver warn cors.validation.waivers[0].value");
	}

	@Test
	void waiverOfOnePolicyDoesNotExcuseAnother() {
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
	void unusedWaiverCanBeExcused() {
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

}
