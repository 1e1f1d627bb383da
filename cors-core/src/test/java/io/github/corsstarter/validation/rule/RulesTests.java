package io.github.corsstarter.validation.rule;

import java.util.Map;

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
		Map<RuleId, Rule> rules = Rules.withOriginSources(Rules.of((pattern) -> null));
		assertThat(rules).isNotEmpty()
			.allSatisfy((id, rule) -> assertThat(rule instanceof PolicyRule).as(id.id())
				.isEqualTo(id.isEverywhere() && id.isAdjustable()));
		assertThat(Rules.ofSources().keySet()).isNotEmpty().allMatch(RuleId::isEverywhere);
	}

}
