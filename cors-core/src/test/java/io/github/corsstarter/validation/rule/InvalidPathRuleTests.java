package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.RuleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code invalid-path}.
 */
class InvalidPathRuleTests {

	@ParameterizedTest
	@ValueSource(
			strings = { "api/**", "/a?b", "/a#b", "https://a.example/api", "/**/api", "/a/**/b", "/{id", "/${api}/**" })
	void refusesWhatIsNoPathPattern(String path) {
		assertThat(Validation.development().policy("api", (api) -> api.paths("/ok", path)).found(RuleId.INVALID_PATH))
			.containsExactly("invalid-path error cors.policies.api.paths[1]");
	}

	@ParameterizedTest
	@CsvSource({ "api/**, /api/**", "https://a.example/api, /api", "https://a.example, /**" })
	void correctsWhatIsAlmostAPathPattern(String path, String correction) {
		assertThat(Validation.development().base((base) -> base.paths(path)).violation(RuleId.INVALID_PATH).remedy())
			.isEqualTo("Write " + correction + " in cors.paths.");
	}

	@Test
	void messageQuotesTheParser() {
		assertThat(Validation.development().base((base) -> base.paths("/{id")).violation(RuleId.INVALID_PATH).message())
			.isEqualTo("A brace is not closed.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/**", "/a/*/b", "/a/{id}", "/a/{id:[0-9]+}/**" })
	void acceptsPathPatterns(String path) {
		assertThat(Validation.development().base((base) -> base.paths(path)).found()).isEmpty();
	}

}
