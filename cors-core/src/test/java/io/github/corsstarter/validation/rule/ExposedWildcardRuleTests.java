package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code exposed-wildcard-with-credentials}.
 */
class ExposedWildcardRuleTests {

	@Test
	void warnsOfWildcardWithCredentials() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("https://a.example").exposedHeaders("ETag", "*").allowCredentials(true))
			.found()).containsExactly("exposed-wildcard-with-credentials warn cors.exposed-headers[1]");
	}

	@Test
	void doesNotMindWildcardWithoutCredentials() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("https://a.example").exposedHeaders("*"))
			.found()).isEmpty();
	}

}
