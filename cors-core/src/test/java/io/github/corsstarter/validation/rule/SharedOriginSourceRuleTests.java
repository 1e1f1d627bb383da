package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code shared-origin-source}.
 */
class SharedOriginSourceRuleTests {

	@Test
	void refusesCredentialsForTheOriginsOfAllTenants() {
		assertThat(shop(Validation.production(), true).found())
			.containsExactly("shared-origin-source error cors.policies.shop.origin-source");
		assertThat(shop(Validation.development(), true).found())
			.containsExactly("shared-origin-source info cors.policies.shop.origin-source");
		assertThat(shop(Validation.production().originSource("customers", "none"), true).found())
			.containsExactly("shared-origin-source error cors.policies.shop.origin-source");
	}

	@Test
	void hasNothingToSayWithATenantOrWithoutCredentials() {
		assertThat(shop(Validation.production().originSource("customers", "host"), true).found()).isEmpty();
		assertThat(shop(Validation.production(), false).found()).isEmpty();
	}

	private static Validation shop(Validation validation, boolean credentials) {
		return validation.policy("shop",
				(policy) -> policy.paths("/shop/**").originSource("customers").allowCredentials(credentials));
	}

}
