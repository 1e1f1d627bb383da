package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.RuleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code invalid-pattern}.
 */
class InvalidPatternRuleTests {

	@ParameterizedTest
	@ValueSource(strings = { "https://**.example.com", "*://example.com", "http://192.168.*.*", "https://a.example:80*",
			"*.example.com" })
	void refusesWhatIsNoPattern(String pattern) {
		assertThat(Validation.development().base((base) -> base.allowedOriginPatterns(pattern)).found())
			.containsExactly("invalid-pattern error cors.allowed-origin-patterns[0]");
	}

	@Test
	void pointsAtTheCharacterAtFault() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOriginPatterns("*://example.com"))
			.violation(RuleId.INVALID_PATTERN)
			.message()).endsWith("\n*://example.com\n^");
	}

	@Test
	void acceptsPatternsAndPlainWildcard() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOriginPatterns("https://*.example.com:[8080,8443]", "*"))
			.found(RuleId.INVALID_PATTERN)).isEmpty();
	}

	@Test
	void sendsWildcardsOfAddressesToTheExpressions() {
		assertThat(Validation.development()
			.at(Validation.file("application.properties", 3, 33))
			.base((base) -> base.allowedOriginPatterns("http://192.168.1.*"))
			.violation(RuleId.INVALID_PATTERN)
			.remedy())
			.isEqualTo("Remove the entry from cors.allowed-origin-patterns in application.properties, "
					+ "and write http://192\\\\.168\\\\.1\\\\.\\\\d{1,3} in cors.allowed-origin-regexes: "
					+ "a .properties file needs each backslash twice.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ' ', value = { "https://.*\\.example\\.com https://.*\\.example\\.com",
			"https://(a|b).example.com https://(a|b)\\.example\\.com" })
	void sendsRegularExpressionsToTheirKey(String pattern, String regex) {
		assertThat(Validation.development()
			.base((base) -> base.allowedOriginPatterns(pattern))
			.violation(RuleId.INVALID_PATTERN)
			.remedy())
			.isEqualTo("Remove the entry from cors.allowed-origin-patterns, and write " + regex
					+ " in cors.allowed-origin-regexes.");
	}

	@Test
	void keepsPatternsOfSeveralWildcards() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOriginPatterns("https:/*.*.example.com"))
			.violation(RuleId.INVALID_PATTERN)
			.remedy()).isEqualTo("Write https://*.*.example.com in cors.allowed-origin-patterns.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://app/.example.com", "https?:/*.example.com", "https://example\\com",
			"htps:/a.example", "https:\\\\/\\\\/app\\\\.example\\\\.com" })
	void proposesNoOtherHost(String pattern) {
		assertThat(Validation.development()
			.base((base) -> base.allowedOriginPatterns(pattern))
			.violation(RuleId.INVALID_PATTERN)
			.remedy()).isEqualTo("Correct or remove the entry in cors.allowed-origin-patterns.");
	}

	@Test
	void proposesSubdomainsForALeadingDot() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOriginPatterns("https://.example.com"))
			.violation(RuleId.INVALID_PATTERN)
			.remedy()).isEqualTo("Write https://*.example.com in cors.allowed-origin-patterns.");
	}

}
