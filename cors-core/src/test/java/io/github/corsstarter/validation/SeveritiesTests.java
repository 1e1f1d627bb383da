package io.github.corsstarter.validation;

import io.github.corsstarter.validation.report.ValidationReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Severities}.
 */
class SeveritiesTests {

	private static Validation localhost(Validation validation) {
		return validation.base((base) -> base.allowedOrigins("http://localhost"));
	}

	@Test
	void offReportsNothing() {
		assertThat(localhost(Validation.production()).severity("localhost-origin", "false").found()).isEmpty();
	}

	@Test
	void safetyRuleCanBeLowered() {
		assertThat(localhost(Validation.production()).severity("LOCALHOSTORIGIN", "warn").found())
			.containsExactly("localhost-origin warn cors.allowed-origins[0]");
	}

	@Test
	void adviceCanStopTheStart() {
		ValidationReport report = Validation.development()
			.base((base) -> base.allowedOrigins())
			.severity("no-origins", "error")
			.report();
		assertThat(report.errors()).hasSize(1);
	}

	@Test
	void configurationRulesCannotBeAdjusted() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("x"))
			.severity("invalid-origin", "off")
			.found()).containsExactly("invalid-origin error cors.allowed-origins[0]",
					"unknown-rule error cors.validation.rules.invalid-origin");
	}

	@Test
	void firstSpellingOfAnIdCounts() {
		assertThat(localhost(Validation.production()).severity("LOCALHOSTORIGIN", "off")
			.severity("localhost-origin", "error")
			.found()).isEmpty();
	}

}
