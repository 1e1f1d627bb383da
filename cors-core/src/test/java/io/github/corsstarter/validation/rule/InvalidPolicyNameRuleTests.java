package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code invalid-policy-name}.
 */
class InvalidPolicyNameRuleTests {

	@ParameterizedTest
	@ValueSource(strings = { "base", "Base" })
	void refusesNameOfBasePolicy(String name) {
		assertThat(Validation.development().policy(name, (policy) -> policy.paths("/a").allowedOrigins("x")).found())
			.containsExactly("invalid-policy-name error cors.policies." + name);
	}

	@Test
	void leavesDisabledPolicyAlone() {
		assertThat(Validation.development().disabledPolicy("base", (base) -> base.allowedOrigins("x")).found())
			.isEmpty();
	}

}
