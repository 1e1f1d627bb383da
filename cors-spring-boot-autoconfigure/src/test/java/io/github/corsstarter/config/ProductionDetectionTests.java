package io.github.corsstarter.config;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.autoconfigure.TestEnvironment;
import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProductionDetection}.
 */
class ProductionDetectionTests {

	private static Deployment detect(TestEnvironment environment, String... productionProfiles) {
		return new ProductionDetection(environment)
			.detect(ConfiguredList.of("cors.production.profiles", List.of(productionProfiles)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "prod", "PROD", "Prod", "prod-eu", "prod_eu", "prod.eu", "PROD-EU" })
	void plainNameMatchesProfileAndWhatGoesOnAfterIt(String profile) {
		assertThat(detect(new TestEnvironment().profiles("cloud", profile), "prod").production()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "preprod", "nonprod", "production", "prod1", "pro", "dev", "non-prod" })
	void plainNameMatchesNoOtherProfile(String profile) {
		assertThat(detect(new TestEnvironment().profiles(profile), "prod").production()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "!dev, true", "prod & eu, true", "prod & us, false", "(us | eu) & !test, true", "!prod, false" })
	void anythingElseIsAnExpression(String expression, boolean production) {
		assertThat(detect(new TestEnvironment().profiles("prod", "eu"), expression).production()).isEqualTo(production);
	}

	@Test
	void noEntryIsNeverProduction() {
		assertThat(detect(new TestEnvironment().profiles("prod")).production()).isFalse();
	}

	@Test
	void defaultProfilesCountWhenNoneIsActive() {
		TestEnvironment environment = new TestEnvironment();
		environment.setDefaultProfiles("prod");
		assertThat(detect(environment, "prod").production()).isTrue();
		assertThat(detect(environment, "prod").activeProfiles()).containsExactly("prod");
	}

	@Test
	void profileCalledDefaultIsNotReported() {
		assertThat(detect(new TestEnvironment(), "prod").activeProfiles()).isEmpty();
	}

	@Test
	void everyExpressionIsParsed() {
		ProductionDetection detection = new ProductionDetection(new TestEnvironment().profiles("prod"));
		Deployment deployment = detection
			.detect(ConfiguredList.of("cors.production.profiles", List.of("prod", "a | b & c", "a & b | c")));
		assertThat(deployment.production()).isTrue();
		assertThat(detection.problems()).hasSize(2).allSatisfy((problem) -> {
			assertThat(problem.rule()).isEqualTo(RuleId.INVALID_PROFILE);
			assertThat(problem.message()).contains("is not a profile expression.");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "prod & (eu", "(prod", "prod)", "prod &", "| prod", "prod & | eu", "prod & !", "()",
			"((a) & b", ")a(" })
	void expressionThatSpringReadsInPartIsFound(String expression) {
		assertThat(problems(expression)).extracting(Finding::rule).containsExactly(RuleId.INVALID_PROFILE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "!dev", "(prod | live) & !test", "!(a & b)", "a&b", "((a))" })
	void completeExpressionIsFine(String expression) {
		assertThat(problems(expression)).isEmpty();
	}

	private static List<Finding> problems(String expression) {
		ProductionDetection detection = new ProductionDetection(new TestEnvironment().profiles("prod"));
		detection.detect(ConfiguredList.of("cors.production.profiles", List.of(expression)));
		return detection.problems();
	}

	@Test
	void cloudPlatformIsRecognised() {
		TestEnvironment environment = new TestEnvironment()
			.variables(Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1", "KUBERNETES_SERVICE_PORT", "443"));
		assertThat(detect(environment).cloudPlatform()).isEqualTo("kubernetes");
	}

	@Test
	void noPlatformIsRecognisedElsewhere() {
		assertThat(detect(new TestEnvironment()).cloudPlatform()).isNull();
		assertThat(
				detect(new TestEnvironment().arguments(Map.of("spring.main.cloud-platform", "none"))).cloudPlatform())
			.isNull();
	}

	@Test
	void dayIsThatOfUtc() {
		assertThat(detect(new TestEnvironment()).today()).isBetween(LocalDate.now(ZoneOffset.UTC).minusDays(1),
				LocalDate.now(ZoneOffset.UTC));
	}

}
