package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code invalid-method}.
 */
class InvalidMethodRuleTests {

	@ParameterizedTest
	@ValueSource(strings = { "GET POST", "P*", "CONNECT", "trace", "TRACK", "GET:" })
	void refusesWhatNobodyCouldSend(String method) {
		assertThat(Validation.development().base((base) -> base.allowedMethods("GET", method)).found())
			.containsExactly("invalid-method error cors.allowed-methods[1]");
	}

	@Test
	void acceptsTokensAndPlainWildcard() {
		assertThat(Validation.development().base((base) -> base.allowedMethods("get", "PURGE", "*")).found()).isEmpty();
	}

}
