package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.RuleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code invalid-regex}.
 */
class InvalidRegexRuleTests {

	@ParameterizedTest
	@ValueSource(strings = { "https://(?=a)a\\.example", "(a)\\1", "https://a*?\\.example", "(?i)https://a\\.example",
			"*", "https://[a-z&&[b]]\\.example", "https://a\\.example(" })
	void refusesWhatIsOutsideTheSubset(String regex) {
		assertThat(Validation.development().base((base) -> base.allowedOriginRegexes(regex)).found())
			.containsExactly("invalid-regex error cors.allowed-origin-regexes[0]");
	}

	@Test
	void pointsAtTheCharacterAtFault() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOriginRegexes("https://(?=a)a"))
			.violation(RuleId.INVALID_REGEX)
			.message()).contains("\nhttps://(?=a)a\n        ^");
	}

	@Test
	void refusesExpressionsWithTooManyStates() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOriginRegexes("https://(a|b)*a(a|b){30}\\.example"))
			.found()).containsExactly("invalid-regex error cors.allowed-origin-regexes[0]");
	}

	@Test
	void remedyDoublesBackslashesInPropertiesFiles() {
		assertThat(Validation.development()
			.at(Validation.file("application.properties", 3, 33))
			.base((base) -> base.allowedOriginRegexes("https://(?=a).*.example.com"))
			.violation(RuleId.INVALID_REGEX)
			.remedy())
			.endsWith(" A .properties file needs each backslash twice, as in https://(?=a).*\\\\.example\\\\.com.");
	}

}
