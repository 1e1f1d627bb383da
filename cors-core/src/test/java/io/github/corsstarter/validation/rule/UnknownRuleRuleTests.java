package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.RuleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code unknown-rule}.
 */
class UnknownRuleRuleTests {

	@Test
	void refusesUnknownIdAndNamesTheNearest() {
		Validation validation = Validation.development().severity("localhost-origins", "warn");
		assertThat(validation.found()).containsExactly("unknown-rule error cors.validation.rules.localhost-origins");
		assertThat(validation.violation(RuleId.UNKNOWN_RULE).remedy())
			.isEqualTo("Rename cors.validation.rules.localhost-origins to cors.validation.rules.localhost-origin.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "invalid-origin", "duplicate-path", "nonsense" })
	void refusesWhatCannotBeAdjusted(String id) {
		assertThat(Validation.development().severity(id, "off").found())
			.containsExactly("unknown-rule error cors.validation.rules." + id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "invalid-origin", "localhost-orgin" })
	void refusesWaiverOfWhatCannotBeWaived(String id) {
		assertThat(Validation.development().waiver(id, "x", "because").found())
			.containsExactly("unknown-rule error cors.validation.waivers[0].rule");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "localhost-origin", "LOCALHOSTORIGIN", "localhostOrigin", "shadowed-cors", "policy-overlap" })
	void comparesIdsIgnoringCaseAndDashes(String id) {
		assertThat(Validation.development().severity(id, "warn").found()).isEmpty();
	}

	@Test
	void namesTheNearestIdForAWaiver() {
		assertThat(Validation.development()
			.waiver("localhost-orgin", "x", "because")
			.violation(RuleId.UNKNOWN_RULE)
			.remedy()).isEqualTo("Set cors.validation.waivers[0].rule to localhost-origin.");
	}

}
