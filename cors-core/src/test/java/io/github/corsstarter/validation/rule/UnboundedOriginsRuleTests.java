package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code unbounded-origins}.
 */
class UnboundedOriginsRuleTests {

	private static final RuleId RULE = RuleId.UNBOUNDED_ORIGINS;

	@ParameterizedTest
	@ValueSource(
			strings = { "https://*.github.io", "https://app-*.vercel.app", "https://*.co.uk", "https://*example.com" })
	void refusesPatternsOfManyOwners(String pattern) {
		assertThat(Validation.production().base((base) -> base.allowedOriginPatterns(pattern)).found())
			.containsExactly("unbounded-origins error cors.allowed-origin-patterns[0]");
	}

	@Test
	void openEndIsLoopbackToo() {
		assertThat(Validation.production().base((base) -> base.allowedOriginPatterns("https://example.*")).found())
			.containsExactly("localhost-origin error cors.allowed-origin-patterns[0]",
					"unbounded-origins error cors.allowed-origin-patterns[0]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://.*\\.example.com", "https://.*example\\.com", "https://app[1-9]\\.com" })
	void refusesExpressionsOfManyOwners(String regex) {
		assertThat(Validation.production().base((base) -> base.allowedOriginRegexes(regex)).found())
			.containsExactly("unbounded-origins error cors.allowed-origin-regexes[0]");
	}

	@Test
	void acceptsWhatIsConfinedBranchByBranch() {
		assertThat(Validation.production()
			.base((base) -> base.allowedOriginPatterns("https://*.example.com", "https://*.example.org:[*]")
				.allowedOriginRegexes("https://examples?\\.(com|net|co\\.uk)"))
			.found(RULE)).isEmpty();
	}

	@Test
	void isInfoOutsideProduction() {
		assertThat(Validation.development().base((base) -> base.allowedOriginPatterns("https://*.github.io")).found())
			.containsExactly("unbounded-origins info cors.allowed-origin-patterns[0]");
	}

	@Test
	void namesTheCharacterAtFaultAndTheCorrection() {
		Violation violation = Validation.production()
			.base((base) -> base.allowedOriginRegexes("https://.*\\.example.com"))
			.violation(RULE);
		assertThat(violation.message()).startsWith("The dot before 'com' is not escaped. It also accepts https://");
		assertThat(violation.remedy()).isEqualTo("Write https://.*\\.example\\.com");
	}

	@Test
	void remedyDoublesBackslashesInPropertiesFiles() {
		assertThat(Validation.production()
			.at(Validation.file("application.properties", 2, 30))
			.base((base) -> base.allowedOriginRegexes("https://.*.example.com"))
			.violation(RULE)
			.remedy())
			.isEqualTo("Write https://.*\\\\.example\\\\.com in cors.allowed-origin-regexes in "
					+ "application.properties: a .properties file needs each backslash twice.");
	}

	@Test
	void restoresTheClassesThatPropertiesFilesLose() {
		assertThat(Validation.production()
			.at(Validation.file("application.properties", 2, 30))
			.base((base) -> base.allowedOriginRegexes("https://(pr-d{1,5}|w+).preview.example.com"))
			.violation(RULE)
			.remedy()).startsWith("Write https://(pr-\\\\d{1,5}|\\\\w+)\\\\.preview\\\\.example\\\\.com in ");
	}

	@ParameterizedTest
	@ValueSource(strings = { ".*", "https?://.*" })
	void proposesPlainWildcardForAnyOrigin(String regex) {
		Validation validation = Validation.production().base((base) -> base.allowedOriginRegexes(regex));
		assertThat(validation.found()).containsExactly("unbounded-origins error cors.allowed-origin-regexes[0]");
		assertThat(validation.violation(RULE).remedy()).startsWith("Write *");
	}

	@Test
	void findsEntriesThatAcceptAnyOriginTogether() {
		Validation validation = Validation.production()
			.base((base) -> base.allowedOriginRegexes("https://[a-m].*", "https://[^a-m].*"));
		assertThat(validation.found()).containsExactly("unbounded-origins error cors.allowed-origin-regexes[0]");
	}

}
