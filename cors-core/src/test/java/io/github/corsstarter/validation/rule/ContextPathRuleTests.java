package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Violation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code context-path}.
 */
class ContextPathRuleTests {

	@Test
	void warnsOfPatternThatBeginsWithIt() {
		Violation violation = Validation.development()
			.contextPath("/shop")
			.base((base) -> base.paths("/shop/api/**").allowedOrigins("https://app.example.com"))
			.violation(RuleId.CONTEXT_PATH);
		assertThat(violation.property()).isEqualTo("cors.paths[0]");
		assertThat(violation.message())
			.isEqualTo("Patterns are relative to /shop, where the application is: this one is for /shop/shop/api/**.");
		assertThat(violation.remedy()).isEqualTo("Write /api/** in cors.paths.");
	}

	@Test
	void isSilentAboutOtherPatterns() {
		assertThat(Validation.development()
			.contextPath("/shop")
			.base((base) -> base.paths("/api/**", "/shopping").allowedOrigins("https://app.example.com"))
			.found()).isEmpty();
		assertThat(Validation.development()
			.base((base) -> base.paths("/shop/api/**").allowedOrigins("https://app.example.com"))
			.found()).isEmpty();
	}

}
