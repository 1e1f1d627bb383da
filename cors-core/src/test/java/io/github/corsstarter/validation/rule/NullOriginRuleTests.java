package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code null-origin}.
 */
class NullOriginRuleTests {

	@ParameterizedTest
	@ValueSource(strings = { "null", "NULL" })
	void refusesNullInAnAllowlist(String origin) {
		assertThat(Validation.production().base((base) -> base.allowedOrigins("https://a.example", origin)).found())
			.containsExactly("null-origin error cors.allowed-origins[1]");
	}

	@Test
	void isInfoOutsideProduction() {
		assertThat(Validation.development().base((base) -> base.allowedOrigins("null")).found())
			.containsExactly("null-origin info cors.allowed-origins[0]");
	}

}
