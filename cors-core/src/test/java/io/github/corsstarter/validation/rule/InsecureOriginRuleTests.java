package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.RuleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code insecure-origin}.
 */
class InsecureOriginRuleTests {

	private static final RuleId RULE = RuleId.INSECURE_ORIGIN;

	@Test
	void refusesHttpTogetherWithCredentials() {
		Validation validation = Validation.production()
			.base((base) -> base.allowedOrigins("http://app.example.com:8080").allowCredentials(true));
		assertThat(validation.found()).containsExactly("insecure-origin error cors.allowed-origins[0]");
		assertThat(validation.violation(RULE).remedy())
			.isEqualTo("Write https://app.example.com:8080 in cors.allowed-origins.");
	}

	@Test
	void doesNotMindHttpWithoutCredentials() {
		assertThat(Validation.production().base((base) -> base.allowedOrigins("http://app.example.com")).found())
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://app.example.com", "http://localhost", "http://10.1.2.3", "http://intranet" })
	void leavesOtherOriginsToOtherRules(String origin) {
		assertThat(
				Validation.production().base((base) -> base.allowedOrigins(origin).allowCredentials(true)).found(RULE))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://*:[*]", "http://*", "http://*.vercel.app" })
	void proposesNothingThatIsRefusedAgain(String pattern) {
		assertThat(Validation.production()
			.base((base) -> base.allowedOriginPatterns(pattern).allowCredentials(true))
			.violation(RULE)
			.remedy()).isEqualTo("Correct or remove the entry in cors.allowed-origin-patterns.");
	}

	@Test
	void findsPatternsAndExpressions() {
		Validation validation = Validation.production()
			.base((base) -> base.allowedOriginPatterns("http://*.example.com")
				.allowedOriginRegexes("https?://app\\.example\\.net")
				.allowCredentials(true));
		assertThat(validation.found()).containsExactly("insecure-origin error cors.allowed-origin-patterns[0]",
				"insecure-origin error cors.allowed-origin-regexes[0]");
		assertThat(validation.violations(RULE).get(1).remedy())
			.isEqualTo("Write https://app\\.example\\.net in cors.allowed-origin-regexes.");
		assertThat(validation.violations(RULE).get(1).message()).contains("http://app.example.net");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ' ', value = {
			"http://a\\.example\\.com|http://b\\.example\\.com https://a\\.example\\.com|https://b\\.example\\.com",
			"https?://a\\.example\\.com|https?://b\\.example\\.com "
					+ "https://a\\.example\\.com|https://b\\.example\\.com",
			"http://example\\.com:443 https://example\\.com", "(http|https)://example\\.com https://example\\.com",
			"http(|s)://example\\.com https://example\\.com", "http[s]?://example\\.com https://example\\.com",
			"http(s)?://example\\.com https://example\\.com", ".*\\.example\\.com https://.*\\.example\\.com" })
	void writesHttpsInEveryAlternative(String regex, String correction) {
		assertThat(Validation.production()
			.base((base) -> base.allowedOriginRegexes(regex).allowCredentials(true))
			.violation(RULE)
			.remedy()).isEqualTo("Write " + correction + " in cors.allowed-origin-regexes.");
	}

	@Test
	void doesNotContradictTheRemedyOfUnboundedOrigins() {
		Validation validation = Validation.production()
			.base((base) -> base.allowedOriginRegexes("https?://example.com").allowCredentials(true));
		assertThat(validation.violation(RuleId.UNBOUNDED_ORIGINS).remedy()).isEqualTo("Write https://example\\.com");
		assertThat(validation.violation(RULE).remedy())
			.isEqualTo("Write https://example\\.com in cors.allowed-origin-regexes.");
	}

	@Test
	void proposesNothingThatAcceptsOtherOwners() {
		assertThat(Validation.production()
			.base((base) -> base.allowedOriginPatterns("http://*.github.io").allowCredentials(true))
			.violation(RULE)
			.remedy()).isEqualTo("Correct or remove the entry in cors.allowed-origin-patterns.");
	}

	@Test
	void refusesWhatCannotBeTold() {
		Validation validation = Validation.production()
			.base((base) -> base.allowedOriginRegexes("https?://((.{7})*|(.{11})*|(.{13})*)x").allowCredentials(true));
		assertThat(validation.found(RuleId.INSECURE_ORIGIN))
			.containsExactly("insecure-origin error cors.allowed-origin-regexes[0]");
		assertThat(validation.found(RuleId.UNBOUNDED_ORIGINS)).hasSize(1);
		assertThat(validation.violation(RuleId.INSECURE_ORIGIN).message()).contains("cannot be told.",
				"too complicated");
	}

}
