package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Severity;
import io.github.corsstarter.validation.report.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code suspicious-value}.
 */
class SuspiciousValueRuleTests {

	@Test
	void warnsOfSwappedKeys() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("https://app.example.com")
				.allowedHeaders("GET", "post")
				.allowedMethods("Authorization", "Content-Type", "X-Trace"))
			.found(RuleId.SUSPICIOUS_VALUE)).containsExactly("suspicious-value warn cors.allowed-headers[0]",
					"suspicious-value warn cors.allowed-headers[1]", "suspicious-value warn cors.allowed-methods[0]",
					"suspicious-value warn cors.allowed-methods[1]", "suspicious-value warn cors.allowed-methods[2]");
	}

	@Test
	void namesWhatStandsWhere() {
		Violation violation = Validation.development()
			.base((base) -> base.allowedOrigins("https://app.example.com").exposedHeaders("DELETE"))
			.violation(RuleId.SUSPICIOUS_VALUE);
		assertThat(violation.severity()).isEqualTo(Severity.WARN);
		assertThat(violation.message()).isEqualTo("'DELETE' is a method, and stands among the headers.");
		assertThat(violation.remedy()).startsWith("Remove DELETE from cors.exposed-headers");
	}

	@ParameterizedTest
	@ValueSource(strings = { "all", "ALL" })
	void wordForAllIsAnAsterisk(String all) {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("https://app.example.com").allowedHeaders(all).allowedMethods(all))
			.violations(RuleId.SUSPICIOUS_VALUE)).hasSize(2)
			.extracting(Violation::message)
			.anySatisfy((message) -> assertThat(message)
				.endsWith(" is read as the name of a header. The word for all of them is *."));
	}

	@Test
	void isSilentAboutUnusualNames() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("https://app.example.com")
				.allowedHeaders("X-Get", "Authorization")
				.allowedMethods("PROPFIND", "M-SEARCH"))
			.found()).isEmpty();
	}

}
