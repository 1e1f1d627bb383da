package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Violation;
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
	void refusesElementOfList() {
		Violation violation = Validation.development()
			.policy("0", (policy) -> policy.paths("/a").allowedOrigins("https://a.example"))
			.violation(RuleId.INVALID_POLICY_NAME);
		assertThat(violation.property()).isEqualTo("cors.policies[0]");
		assertThat(violation.message()).startsWith("cors.policies is not a list: each policy is named by its key");
		assertThat(violation.remedy()).contains("such as cors.policies.admin.paths, in place of cors.policies[0]");
	}

	@Test
	void leavesDisabledPolicyAlone() {
		assertThat(Validation.development().disabledPolicy("base", (base) -> base.allowedOrigins("x")).found())
			.isEmpty();
	}

}
