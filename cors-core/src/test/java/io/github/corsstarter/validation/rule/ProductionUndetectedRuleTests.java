package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Severity;
import io.github.corsstarter.validation.report.Violation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code production-undetected}.
 */
class ProductionUndetectedRuleTests {

	@Test
	void warnsOfCloudPlatformWithoutProfile() {
		Violation violation = Validation.profiles(false)
			.cloudPlatform("kubernetes")
			.violation(RuleId.PRODUCTION_UNDETECTED);
		assertThat(violation.severity()).isEqualTo(Severity.WARN);
		assertThat(violation.message()).startsWith("The application runs on kubernetes without an active profile.");
		assertThat(violation.remedy()).contains("spring.profiles.active");
	}

	@Test
	void warnsOfBlankProductionProfiles() {
		assertThat(Validation.development().productionProfiles().found())
			.containsExactly("production-undetected warn cors.production.profiles");
	}

	@Test
	void isSilentWhereAProfileIsActiveOrNoCloudPlatformRecognised() {
		assertThat(Validation.development().cloudPlatform("kubernetes").found()).isEmpty();
		assertThat(Validation.profiles(false).found()).isEmpty();
		assertThat(Validation.production().cloudPlatform("kubernetes").found()).isEmpty();
	}

}
