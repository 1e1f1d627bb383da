package io.github.corsstarter.validation.rule;

import java.util.List;
import java.util.stream.IntStream;

import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code invalid-origin}.
 */
class InvalidOriginRuleTests {

	@ParameterizedTest
	@ValueSource(strings = { "app.example.com", "https://app.example.com/path", "https://app.example.com?q",
			"https://user@app.example.com", "https://app .example.com", "'https://app.example.com'",
			"https://app.example.com:0", "https://app.example.com.", "https://${HOST}", "https://*.example.com" })
	void refusesWhatIsNoOrigin(String origin) {
		Validation validation = Validation.development()
			.base((base) -> base.allowedOrigins("https://a.example", origin));
		assertThat(validation.found()).containsExactly("invalid-origin error cors.allowed-origins[1]");
	}

	@Test
	void messageNamesThePlaceAndWhatToWrite() {
		Violation violation = Validation.production()
			.at(Validation.file("application.yml", 6, 9))
			.policy("admin", (admin) -> admin.paths("/admin").allowedOrigins("https://app.example.com/path"))
			.violation(RuleId.INVALID_ORIGIN);
		assertThat(violation.policy()).isEqualTo("admin");
		assertThat(violation.value()).isEqualTo("https://app.example.com/path");
		assertThat(violation.location()).isEqualTo(Validation.file("application.yml", 6, 9));
		assertThat(violation.message()).isEqualTo("""
				An origin ends after host and port, and this one has a path.
				https://app.example.com/path
				                       ^""");
		assertThat(violation.remedy())
			.isEqualTo("Write https://app.example.com in cors.policies.admin.allowed-origins in application.yml.");
	}

	@Test
	void sendsWildcardsToThePatterns() {
		Violation violation = Validation.development()
			.policy("api", (api) -> api.paths("/api").allowedOrigins("https://*.Example.com"))
			.violation(RuleId.INVALID_ORIGIN);
		assertThat(violation.message()).contains("allowed-origin-patterns");
		assertThat(violation.remedy()).isEqualTo("Remove the entry from cors.policies.api.allowed-origins, "
				+ "and write https://*.example.com in cors.policies.api.allowed-origin-patterns.");
	}

	@Test
	void provesOnlySoManyProposals() {
		String labels = ".*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a.*a*a*a*a.example.com";
		String[] origins = IntStream.range(0, 2_000)
			.mapToObj((number) -> "https://*a*a*a*a*a*a*a*a*a*a*a*a*a*a*" + number + labels)
			.toArray(String[]::new);
		List<Violation> violations = Validation.development()
			.base((base) -> base.allowedOrigins(origins))
			.violations(RuleId.INVALID_ORIGIN);
		assertThat(violations).hasSize(2_000);
		assertThat(violations.get(0).remedy()).contains("allowed-origin-patterns");
		assertThat(violations.get(1_999).remedy()).isEqualTo("Correct or remove the entry in cors.allowed-origins.");
	}

	@Test
	void escapesWhatCannotBePrinted() {
		Violation violation = Validation.development()
			.base((base) -> base.allowedOrigins("https://a.example\u001b[2J"))
			.violation(RuleId.INVALID_ORIGIN);
		assertThat(violation.value()).isEqualTo("https://a.example\\u001b[2J");
		assertThat(violation.message()).doesNotContain("\u001b").doesNotContain("^");
	}

	@Test
	void acceptsOriginsAndPlainWildcard() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("https://App.example.com/", "NULL", "capacitor://localhost", "*"))
			.found(RuleId.INVALID_ORIGIN)).isEmpty();
	}

	@Test
	void looksAtPoliciesThatGovernNothing() {
		assertThat(Validation.development().base((base) -> base.paths().allowedOrigins("x")).found())
			.containsExactly("invalid-origin error cors.allowed-origins[0]");
	}

	@Test
	void reportsWhatIsInheritedOnce() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("x"))
			.policy("admin", (admin) -> admin.paths("/admin"))
			.found()).containsExactly("invalid-origin error cors.allowed-origins[0]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '>', value = {
			"https://.example.com>Remove the entry from cors.allowed-origins, and write https://*.example.com in "
					+ "cors.allowed-origin-patterns.",
			"https://*.github.io>Correct or remove the entry in cors.allowed-origins.",
			"https://.*\\.example\\.com>Remove the entry from cors.allowed-origins, and write "
					+ "https://.*\\.example\\.com in cors.allowed-origin-regexes." })
	void sendsEntriesOfOtherKindsToTheirKey(String origin, String remedy) {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins(origin))
			.violation(RuleId.INVALID_ORIGIN)
			.remedy()).isEqualTo(remedy);
	}

}
