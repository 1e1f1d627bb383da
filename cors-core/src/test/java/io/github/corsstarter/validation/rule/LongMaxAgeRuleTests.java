package io.github.corsstarter.validation.rule;

import java.time.Duration;

import io.github.corsstarter.validation.Validation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code long-max-age}.
 */
class LongMaxAgeRuleTests {

	@Test
	void warnsAboveOneDay() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("https://a.example").maxAge(Duration.ofDays(1).plusSeconds(1)))
			.found()).containsExactly("long-max-age warn cors.max-age");
	}

	@Test
	void acceptsOneDay() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("https://a.example").maxAge(Duration.ofDays(1)))
			.found()).isEmpty();
	}

	@Test
	void leavesPoliciesAloneThatGovernNothing() {
		assertThat(Validation.development().base((base) -> base.maxAge(Duration.ofDays(7))).found()).isEmpty();
	}

}
