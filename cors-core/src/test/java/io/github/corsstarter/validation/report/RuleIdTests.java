package io.github.corsstarter.validation.report;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RuleId}.
 */
class RuleIdTests {

	@ParameterizedTest
	@EnumSource
	void isFoundByItsIdInAnySpelling(RuleId rule) {
		assertThat(RuleId.find(rule.id())).isEqualTo(rule);
		assertThat(RuleId.find(rule.name().replace("_", ""))).isEqualTo(rule);
	}

	@Test
	void otherIdsAreNotFound() {
		assertThat(RuleId.find("localhost")).isNull();
	}

}
