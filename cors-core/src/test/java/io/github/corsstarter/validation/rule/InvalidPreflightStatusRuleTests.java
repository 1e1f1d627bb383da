package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.RuleId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code invalid-preflight-status}.
 */
class InvalidPreflightStatusRuleTests {

	@ParameterizedTest
	@ValueSource(ints = { 0, 199, 300, 404 })
	void refusesStatusThatFailsPreflights(int status) {
		assertThat(Validation.development()
			.policy("api", (api) -> api.paths("/a").preflightStatus(status))
			.found(RuleId.INVALID_PREFLIGHT_STATUS))
			.containsExactly("invalid-preflight-status error cors.policies.api.preflight-status");
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 204, 299 })
	void acceptsSuccess(int status) {
		assertThat(Validation.development().base((base) -> base.preflightStatus(status)).found()).isEmpty();
	}

}
