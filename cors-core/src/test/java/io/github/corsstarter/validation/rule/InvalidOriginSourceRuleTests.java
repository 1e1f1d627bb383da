package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code invalid-origin-source}.
 */
class InvalidOriginSourceRuleTests {

	@ParameterizedTest
	@ValueSource(strings = { "header:X-Tenant", "origin", "path:", "bean: ", "Host", "" })
	void refusesAPlaceThatAPreflightDoesNotHave(String tenant) {
		assertThat(Validation.development().originSource("customers", tenant).found())
			.containsExactly("invalid-origin-source error cors.origin-sources.customers.tenant");
	}

	@ParameterizedTest
	@ValueSource(strings = { "host", "path:tenant", "bean:resolver", "none" })
	void takesEveryOtherPlace(String tenant) {
		assertThat(Validation.development()
			.originSource("customers", tenant)
			.policy("shop",
					(policy) -> policy.paths("/{tenant}/**", "/x/{tenant:[a-z]+}", "/y/{*tenant}")
						.originSource("customers"))
			.found()).isEmpty();
	}

	@Test
	void refusesAPathWithoutTheVariable() {
		assertThat(Validation.development()
			.originSource("customers", "path:tenant")
			.base((base) -> base.originSource("customers"))
			.policy("shop", (policy) -> policy.paths("/{tenant}/**", "/{tenants}/x", "/all"))
			.found()).containsExactly("invalid-origin-source error cors.policies.shop.paths[1]",
					"invalid-origin-source error cors.policies.shop.paths[2]");
	}

}
