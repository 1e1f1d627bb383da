package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.RuleId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code missing-paths}.
 */
class MissingPathsRuleTests {

	@Test
	void refusesNamedPolicyWithoutPaths() {
		Validation validation = Validation.development()
			.policy("api", (api) -> api.allowedOrigins("https://a.example"));
		assertThat(validation.found()).containsExactly("missing-paths error cors.policies.api.paths");
		assertThat(validation.violation(RuleId.MISSING_PATHS).remedy()).contains("cors.policies.api.enabled=false");
	}

	@Test
	void refusesNamedPolicyWithBlankPaths() {
		assertThat(Validation.development().policy("api", (api) -> api.paths()).found(RuleId.MISSING_PATHS))
			.containsExactly("missing-paths error cors.policies.api.paths");
	}

	@Test
	void tellsPathsAsKeysWhatToWrite() {
		assertThat(Validation.development()
			.policy("/admin/**", (policy) -> policy.allowedOrigins("https://a.example"))
			.violation(RuleId.MISSING_PATHS)
			.remedy())
			.isEqualTo("Give the policy a name of letters and digits, and the path as a value: "
					+ "cors.policies.admin.paths: /admin/**");
	}

	@Test
	void leavesBaseAndDisabledPoliciesAlone() {
		assertThat(Validation.development().base((base) -> base.paths()).disabledPolicy("api", (api) -> api).found())
			.isEmpty();
	}

}
