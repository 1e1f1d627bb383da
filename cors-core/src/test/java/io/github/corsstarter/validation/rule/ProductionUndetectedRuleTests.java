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
	void profilesThatPlatformsSetAreNoOnesChoice() {
		assertThat(Validation.profiles(false, "kubernetes").cloudPlatform("kubernetes").found())
			.containsExactly("production-undetected warn spring.profiles.active");
		assertThat(Validation.profiles(false, "cloud").cloudPlatform("cloud foundry").found()).hasSize(1);
		assertThat(Validation.profiles(false, "kubernetes", "eu").cloudPlatform("kubernetes").found()).isEmpty();
	}

	@Test
	void warnsOfProfileWithProductionAsAPart() {
		Violation violation = Validation.profiles(false, "eu-prod").violation(RuleId.PRODUCTION_UNDETECTED);
		assertThat(violation.message()).startsWith(
				"The profile 'eu-prod' is not production: a name of cors.production.profiles matches only at its "
						+ "beginning.");
		assertThat(violation.remedy()).isEqualTo("Add eu-prod to cors.production.profiles, or rename the profile.");
		assertThat(Validation.profiles(false, "k8s-production").found()).hasSize(1);
	}

	@Test
	void isSilentWhereTheProfileSaysThatItIsNotProduction() {
		assertThat(Validation.profiles(false, "pre-prod").found()).isEmpty();
		assertThat(Validation.profiles(false, "non_prod").found()).isEmpty();
		assertThat(Validation.profiles(false, "eu.pre.prod").found()).isEmpty();
		assertThat(Validation.profiles(false, "products").found()).isEmpty();
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
