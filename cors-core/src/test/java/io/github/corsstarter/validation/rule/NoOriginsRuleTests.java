package io.github.corsstarter.validation.rule;

import io.github.corsstarter.policy.Location;
import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.RuleId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code no-origins}.
 */
class NoOriginsRuleTests {

	@Test
	void warnsOfBlankOrigins() {
		Validation validation = Validation.development()
			.at(new Location.EnvironmentVariable("CORS_ALLOWED_ORIGIN_PATTERNS"))
			.base((base) -> base.allowedOriginPatterns());
		assertThat(validation.found()).containsExactly("no-origins warn cors.allowed-origin-patterns");
		assertThat(validation.violation(RuleId.NO_ORIGINS).value()).isEqualTo("[]");
	}

	@Test
	void warnsOfPolicyThatInheritsNoOrigins() {
		assertThat(Validation.development().policy("api", (api) -> api.paths("/api")).found())
			.containsExactly("no-origins warn cors.policies.api.allowed-origins");
	}

	@Test
	void warnsOfBlankMethods() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("https://a.example").allowedMethods())
			.found()).containsExactly("no-origins warn cors.allowed-methods");
	}

	@Test
	void canBeWaived() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins())
			.waiver("no-origins", "[]", "closed on purpose")
			.found()).containsExactly("no-origins warn cors.allowed-origins waived");
	}

	@Test
	void leavesBaseAloneThatGovernsNothing() {
		assertThat(Validation.development().base((base) -> base.paths("/api")).found()).isEmpty();
	}

}
