package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.RuleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code wildcard-with-credentials}.
 */
class WildcardWithCredentialsRuleTests {

	private static final RuleId RULE = RuleId.WILDCARD_WITH_CREDENTIALS;

	@Test
	void isAnErrorInEveryProfile() {
		assertThat(Validation.development().base((base) -> base.allowedOrigins("*").allowCredentials(true)).found(RULE))
			.containsExactly("wildcard-with-credentials error cors.allowed-origins[0]");
	}

	@Test
	void canBeLoweredOutsideProductionOnly() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("*").allowCredentials(true))
			.severity("wildcard-with-credentials", "warn")
			.found(RULE)).containsExactly("wildcard-with-credentials warn cors.allowed-origins[0]");
		assertThat(Validation.production()
			.base((base) -> base.allowedOrigins("*").allowCredentials(true))
			.severity("wildcard-with-credentials", "off")
			.found(RULE)).containsExactly("wildcard-with-credentials error cors.allowed-origins[0]");
	}

	@Test
	void cannotBeWaivedInProduction() {
		assertThat(Validation.production()
			.base((base) -> base.allowedOrigins("*").allowCredentials(true))
			.waiver("wildcard-with-credentials", "*", "because")
			.found()).containsExactly("wildcard-with-credentials error cors.allowed-origins[0]",
					"unused-waiver warn cors.validation.waivers[0].value");
	}

	@ParameterizedTest
	@ValueSource(strings = { ".*", "https?://.*", "^https://.*$", "(.*)", "https://[^/]+" })
	void findsExpressionsThatAcceptAnyOrigin(String regex) {
		assertThat(
				Validation.production().base((base) -> base.allowedOriginRegexes(regex).allowCredentials(true)).found())
			.containsExactly("wildcard-with-credentials error cors.allowed-origin-regexes[0]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "*", "https://*", "https://*:[*]" })
	void findsPatternsThatAcceptAnyOrigin(String pattern) {
		assertThat(Validation.production()
			.base((base) -> base.allowedOriginPatterns(pattern).allowCredentials(true))
			.found()).containsExactly("wildcard-with-credentials error cors.allowed-origin-patterns[0]");
	}

	@Test
	void findsEntriesThatAcceptAnyOriginTogether() {
		Validation validation = Validation.production()
			.base((base) -> base.allowedOrigins("https://a.example")
				.allowedOriginRegexes("https://[a-m].*", "https://b\\.example", "https://[^a-m].*")
				.allowCredentials(true)
				.allowedHeaders("X"));
		assertThat(validation.found(RULE))
			.containsExactly("wildcard-with-credentials error cors.allowed-origin-regexes[0]");
		assertThat(validation.violation(RULE).message()).startsWith("https://[a-m].* and https://[^a-m].* together");
		assertThat(validation.found(RuleId.UNBOUNDED_ORIGINS)).isEmpty();
		assertThat(validation.found(RuleId.LOCALHOST_ORIGIN)).isEmpty();
	}

	@Test
	void meansCredentialsThatAPolicyAllowsItself() {
		Validation validation = Validation.production()
			.base((base) -> base.allowedOrigins("*"))
			.policy("admin", (admin) -> admin.paths("/admin").allowCredentials(true));
		assertThat(validation.violation(RULE).policy()).isEqualTo("admin");
		assertThat(validation.violation(RULE).remedy()).contains("cors.policies.admin.allow-credentials");
		assertThat(validation.violation(RuleId.WILDCARD_ORIGIN).policy()).isEqualTo("base");
	}

	@Test
	void doesNotMindWildcardWithoutCredentials() {
		assertThat(Validation.development().base((base) -> base.allowedOrigins("*")).found()).isEmpty();
	}

}
