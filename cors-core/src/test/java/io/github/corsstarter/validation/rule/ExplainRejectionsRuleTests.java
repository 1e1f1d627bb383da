package io.github.corsstarter.validation.rule;

import io.github.corsstarter.policy.Location;
import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Severity;
import io.github.corsstarter.validation.report.Violation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code explain-rejections}.
 */
class ExplainRejectionsRuleTests {

	@Test
	void isAnErrorInProduction() {
		Violation violation = Validation.production()
			.at(Validation.file("application.yml", 2, 23))
			.key("cors.explainRejections")
			.explainRejections()
			.violation(RuleId.EXPLAIN_REJECTIONS);
		assertThat(violation.severity()).isEqualTo(Severity.ERROR);
		assertThat(violation.location()).isEqualTo(Validation.file("application.yml", 2, 23));
		assertThat(violation.remedy()).isEqualTo("Set cors.explain-rejections in application-prod.yml to false.");
	}

	@Test
	void namesTheEnvironmentVariable() {
		assertThat(Validation.production()
			.at(new Location.EnvironmentVariable("CORS_EXPLAINREJECTIONS"))
			.key("CORS_EXPLAINREJECTIONS")
			.explainRejections()
			.violation(RuleId.EXPLAIN_REJECTIONS)
			.remedy()).isEqualTo("Set the environment variable CORS_EXPLAINREJECTIONS to false.");
	}

	@Test
	void isReportedWhereTheKeyHasNoLocation() {
		assertThat(Validation.production()
			.key("cors.explain-rejections")
			.explainRejections()
			.violation(RuleId.EXPLAIN_REJECTIONS)
			.location()).isNull();
	}

	@Test
	void isNotLookedForOutsideProduction() {
		assertThat(Validation.development().explainRejections().severity("explain-rejections", "error").found())
			.isEmpty();
	}

	@Test
	void canBeWaived() {
		assertThat(Validation.production()
			.explainRejections()
			.waiver("explain-rejections", "true", "a test system")
			.found()).containsExactly("explain-rejections error cors.explain-rejections waived");
	}

}
