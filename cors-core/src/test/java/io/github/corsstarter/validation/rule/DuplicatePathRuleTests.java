package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.RuleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code duplicate-path}.
 */
class DuplicatePathRuleTests {

	@Test
	void refusesSamePatternInTwoPolicies() {
		Validation validation = Validation.development()
			.policy("one", (one) -> one.paths("/a", "/b").allowedOrigins("https://a.example"))
			.policy("two", (two) -> two.paths("/c", "/b").allowedOrigins("https://a.example"));
		assertThat(validation.found()).containsExactly("duplicate-path error cors.policies.two.paths[1]");
		assertThat(validation.violation(RuleId.DUPLICATE_PATH).message()).contains("cors.policies.one.paths[1]");
	}

	@ParameterizedTest
	@CsvSource({ "/a/{id}, /a/{name}", "/a/{id:[0-9]{2}}/{x}, /a/{name:[0-9]{2}}/{y}", "/a/{*rest}, /a/{*path}",
			"/a, /a" })
	void refusesPatternsThatDifferInVariableNamesOnly(String first, String second) {
		assertThat(Validation.development()
			.base((base) -> base.paths(first, second).allowedOrigins("https://a.example"))
			.found()).containsExactly("duplicate-path error cors.paths[1]");
	}

	@ParameterizedTest
	@CsvSource({ "/a/{id}, /a/*", "/a/{id:[0-9]}, /a/{id:[a-z]}", "/a/{id}, /a/{*id}", "/a, /a/" })
	void acceptsPatternsThatDiffer(String first, String second) {
		assertThat(Validation.development()
			.base((base) -> base.paths(first, second).allowedOrigins("https://a.example"))
			.found()).isEmpty();
	}

	@Test
	void refusesDefaultPathsOfBaseInPolicy() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("https://a.example"))
			.policy("all", (all) -> all.paths("/**"))
			.found()).containsExactly("duplicate-path error cors.policies.all.paths[0]");
	}

	@Test
	void doesNotCountBaseThatGovernsNothing() {
		assertThat(Validation.development()
			.policy("all", (all) -> all.paths("/**").allowedOrigins("https://a.example"))
			.found()).isEmpty();
	}

}
