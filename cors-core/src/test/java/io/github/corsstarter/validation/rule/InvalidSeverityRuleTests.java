package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code invalid-severity}.
 */
class InvalidSeverityRuleTests {

	@ParameterizedTest
	@ValueSource(strings = { "info", "true", "ignore", "" })
	void refusesOtherWords(String word) {
		assertThat(Validation.development().severity("localhost-origin", word).found())
			.containsExactly("invalid-severity error cors.validation.rules.localhost-origin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "error", "warn", "off", "false", "WARN" })
	void acceptsSeverities(String word) {
		assertThat(Validation.development().severity("localhost-origin", word).found()).isEmpty();
	}

}
