package io.github.corsstarter.validation.rule;

import java.util.Map;

import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.RuleId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Rules}.
 */
class RulesTests {

	/** A waiver of these may be needed by what is judged last. */
	@Test
	void whateverLooksOutsideOfThePropertiesSaysSo() {
		Map<RuleId, Rule> rules = Validation.allRules();
		assertThat(rules).isNotEmpty()
			.allSatisfy((id, rule) -> assertThat(rule instanceof PolicyRule).as(id.id())
				.isEqualTo(id.isEverywhere() && id.isAdjustable()));
		assertThat(Rules.ofSources().keySet()).isNotEmpty().allMatch(RuleId::isEverywhere);
	}

	@Test
	void rulesAboutWhatIsNotConfiguredAreLeftOut() {
		assertThat(Validation.production().base((base) -> base.allowedOrigins("https://a.example")).rules())
			.doesNotContainKeys(RuleId.MISSING_PATHS, RuleId.INVALID_POLICY_NAME, RuleId.UNKNOWN_RULE,
					RuleId.INVALID_SEVERITY, RuleId.INVALID_WAIVER, RuleId.INVALID_ORIGIN_SOURCE,
					RuleId.SHARED_ORIGIN_SOURCE)
			.containsKey(RuleId.LOCALHOST_ORIGIN);
		assertThat(Validation.production().waiver(null, null, null).rules()).containsKey(RuleId.INVALID_WAIVER);
	}

}
