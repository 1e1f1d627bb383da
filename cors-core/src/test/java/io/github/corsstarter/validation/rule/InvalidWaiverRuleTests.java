package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.RuleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code invalid-waiver}.
 */
class InvalidWaiverRuleTests {

	@Test
	void refusesWaiverWithoutRuleValueOrReason() {
		assertThat(Validation.development().waiver(null, " ", null).found()).containsExactly(
				"invalid-waiver error cors.validation.waivers[0].rule",
				"invalid-waiver error cors.validation.waivers[0].value",
				"invalid-waiver error cors.validation.waivers[0].reason");
	}

	@Test
	void namesTheQuotesThatNullNeeds() {
		assertThat(Validation.development()
			.waiver("null-origin", "", "local files")
			.violation(RuleId.INVALID_WAIVER)
			.remedy())
			.isEqualTo("Set cors.validation.waivers[0].value to \"null\", with the quotes: "
					+ "without them YAML takes it for no value.");
		assertThat(Validation.development()
			.waiver("null-origin", null, "local files")
			.violation(RuleId.INVALID_WAIVER)
			.remedy()).doesNotContain("quotes");
	}

	@Test
	void refusesUnknownKeyAndNamesTheNearest() {
		Validation validation = Validation.development()
			.severity("unused-waiver", "off")
			.waiver("localhost-origin", "x", "because", null, null, "reson");
		assertThat(validation.found()).containsExactly("invalid-waiver error cors.validation.waivers[0].reson");
		assertThat(validation.violation(RuleId.INVALID_WAIVER).remedy())
			.isEqualTo("Rename cors.validation.waivers[0].reson to cors.validation.waivers[0].reason.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "30.06.2027", "2027-6-30", "2027-02-30", "never" })
	void refusesUnreadableDate(String date) {
		assertThat(Validation.development().waiver("localhost-origin", "x", "because", null, date).found())
			.containsExactly("invalid-waiver error cors.validation.waivers[0].expires");
	}

	@Test
	void doesNotApplyUnreadableWaiver() {
		assertThat(Validation.production()
			.base((base) -> base.allowedOrigins("http://localhost"))
			.waiver("localhost-origin", "http://localhost", "")
			.found()).containsExactly("invalid-waiver error cors.validation.waivers[0].reason",
					"localhost-origin error cors.allowed-origins[0]");
	}

}
