package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code wildcard-origin}.
 */
class WildcardOriginRuleTests {

	@Test
	void warnsOfOpenPolicyInProduction() {
		assertThat(Validation.production().base((base) -> base.allowedOriginPatterns("*")).found())
			.containsExactly("wildcard-origin warn cors.allowed-origin-patterns[0]");
	}

	@Test
	void isNotLookedForOutsideProduction() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("*"))
			.severity("wildcard-origin", "error")
			.found()).isEmpty();
	}

	@Test
	void isWaivedForOnePolicyOnly() {
		assertThat(Validation.production()
			.base((base) -> base.paths().allowedOrigins("*"))
			.policy("orders", (orders) -> orders.paths("/orders"))
			.policy("catalog", (catalog) -> catalog.paths("/catalog"))
			.waiver("wildcard-origin", "*", "a public catalogue", "catalog", null)
			.found()).containsExactly("wildcard-origin warn cors.allowed-origins[0]",
					"wildcard-origin warn cors.allowed-origins[0] waived");
	}

}
