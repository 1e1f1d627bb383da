package io.github.corsstarter.validation.rule;

import java.time.Duration;

import io.github.corsstarter.validation.Validation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code invalid-max-age}.
 */
class InvalidMaxAgeRuleTests {

	@Test
	void refusesNegativeTime() {
		assertThat(Validation.development().base((base) -> base.maxAge(Duration.ofSeconds(-1))).found())
			.containsExactly("invalid-max-age error cors.max-age");
	}

	@Test
	void acceptsZero() {
		assertThat(Validation.development().base((base) -> base.maxAge(Duration.ZERO)).found()).isEmpty();
	}

}
