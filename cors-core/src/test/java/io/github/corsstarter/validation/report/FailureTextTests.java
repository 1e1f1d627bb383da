package io.github.corsstarter.validation.report;

import java.util.Arrays;
import java.util.List;

import io.github.corsstarter.policy.Location;
import io.github.corsstarter.validation.Validation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FailureText}.
 */
class FailureTextTests {

	@Test
	void namesProblemsAndActions() {
		FailureText report = report(true, List.of("prod"),
				new Violation(RuleId.LOCALHOST_ORIGIN, Severity.ERROR, "base", "cors.allowed-origins[1]",
						"http://localhost:5173", Validation.file("application.yml", 6, 9),
						"Any page served from a visitor's own machine could read this API. "
								+ "The value comes from application.yml and no production file overrides it.",
						"Set cors.allowed-origins in application-prod.yml to the production origins only.", null),
				new Violation(RuleId.UNBOUNDED_ORIGINS, Severity.ERROR, "admin",
						"cors.policies.admin.allowed-origin-regexes[0]", "https://.*\\.example.com",
						Validation.file("application-prod.yml", 9, 11),
						"The dot before 'com' is not escaped. "
								+ "It also accepts https://a.example-com, https://a.examplexcom.",
						"Write https://.*\\.example\\.com", null),
				new Violation(RuleId.LONG_MAX_AGE, Severity.WARN, "base", "cors.max-age", "7d", null,
						"Browsers cache preflights for less.", "Set cors.max-age to 24h or less.", null));
		assertThat(report.description()).isEqualTo("""
				The CORS policy is not safe for production (active profile 'prod'). 2 problems:

				  1. localhost-origin: cors.allowed-origins[1] = http://localhost:5173
				     at class path resource [application.yml] - 6:9
				     Any page served from a visitor's own machine could read this API. \
				The value comes from application.yml and
				     no production file overrides it.

				  2. unbounded-origins: cors.policies.admin.allowed-origin-regexes[0] = https://.*\\.example.com
				     at class path resource [application-prod.yml] - 9:11
				     The dot before 'com' is not escaped. It also accepts https://a.example-com, https://a.examplexcom.

				  Warnings:

				  3. long-max-age: cors.max-age = 7d
				     Browsers cache preflights for less.
				     Set cors.max-age to 24h or less.""");
		assertThat(report.action()).isEqualTo("""
				  1. Set cors.allowed-origins in application-prod.yml to the production origins only.
				  2. Write https://.*\\.example\\.com

				If a value is intended, waive it under cors.validation.waivers and say why.""");
	}

	@Test
	void rulesSayTheSame() {
		ValidationReport report = Validation.production()
			.at(Validation.file("application.yml", 6, 9))
			.base((base) -> base.allowedOrigins("https://app.example.com", "http://localhost:5173"))
			.report();
		assertThat(new FailureText(report).description()).isEqualTo("""
				The CORS policy is not safe for production (active profile 'prod'). 1 problem:

				  1. localhost-origin: cors.allowed-origins[1] = http://localhost:5173
				     at class path resource [application.yml] - 6:9
				     Any page served from a visitor's own machine could read this API. \
				The value comes from application.yml and
				     no production file overrides it.""");
	}

	@Test
	void namesAllProfiles() {
		assertThat(report(true, List.of("eu", "prod"), error(RuleId.NULL_ORIGIN, "cors.allowed-origins[0]", "null"))
			.description())
			.startsWith("The CORS policy is not safe for production (active profiles 'eu', 'prod'). 1 problem:\n");
	}

	@Test
	void doesNotSpeakOfProductionElsewhere() {
		assertThat(report(false, List.of(), error(RuleId.WILDCARD_WITH_CREDENTIALS, "cors.allowed-origins[0]", "*"))
			.description()).startsWith("The CORS policy is not safe (no active profile). 1 problem:\n");
	}

	@Test
	void titleIsThatThePolicyIsNotValid() {
		assertThat(report(true, List.of("prod"), error(RuleId.INVALID_ORIGIN, "cors.allowed-origins[0]", "x"),
				error(RuleId.NULL_ORIGIN, "cors.allowed-origins[1]", "null"))
			.description()).startsWith("The CORS policy is not valid (active profile 'prod'). 2 problems:\n");
	}

	@Test
	void offersWaiversOnlyWhereTheyHelp() {
		assertThat(report(true, List.of("prod"), error(RuleId.INVALID_ORIGIN, "cors.allowed-origins[0]", "x"),
				error(RuleId.WILDCARD_WITH_CREDENTIALS, "cors.allowed-origins[1]", "*"))
			.action()).isEqualTo("  1. Correct it.\n  2. Correct it.");
		assertThat(
				report(false, List.of("dev"), error(RuleId.WILDCARD_WITH_CREDENTIALS, "cors.allowed-origins[1]", "*"))
					.action())
			.endsWith("cors.validation.waivers and say why.");
	}

	@Test
	void leavesOutWhatIsWaivedOrForInformation() {
		FailureText report = report(true, List.of("prod"),
				new Violation(RuleId.NULL_ORIGIN, Severity.ERROR, "base", "cors.allowed-origins[0]", "null", null,
						"Why.", "Correct it.", new Waiver(RuleId.NULL_ORIGIN, "null", null, "because", null)),
				new Violation(RuleId.LOCALHOST_ORIGIN, Severity.INFO, "base", "cors.allowed-origins[1]",
						"http://localhost", null, "Why.", "Correct it.", null),
				error(RuleId.INVALID_ORIGIN, "cors.allowed-origins[2]", "x"));
		assertThat(report.description()).isEqualTo("""
				The CORS policy is not valid (active profile 'prod'). 1 problem:

				  1. invalid-origin: cors.allowed-origins[2] = x
				     Why.""");
	}

	@Test
	void namesEnvironmentVariable() {
		assertThat(report(true, List.of("prod"),
				error(RuleId.NULL_ORIGIN, "cors.allowed-origins[0]", "null",
						new Location.EnvironmentVariable("CORS_ALLOWED_ORIGINS")))
			.description()).contains("\n     in environment variable CORS_ALLOWED_ORIGINS\n");
	}

	@Test
	void namesPropertyOnceWhereItIsTheValue() {
		assertThat(report(true, List.of("prod"), error(RuleId.UNKNOWN_PROPERTY, "cors.orgins", "cors.orgins"))
			.description()).contains("\n  1. unknown-property: cors.orgins\n");
	}

	@Test
	void alignsNumbersOfTwoDigits() {
		Violation[] violations = new Violation[10];
		Arrays.fill(violations, error(RuleId.NULL_ORIGIN, "cors.allowed-origins[0]", "null"));
		FailureText report = report(true, List.of("prod"), violations);
		assertThat(report.description()).contains("\n  9. null-origin").contains("\n 10. null-origin");
		assertThat(report.action()).contains("\n  9. Correct").contains("\n 10. Correct");
	}

	@Test
	void leavesTheCaretUnderItsCharacter() {
		ValidationReport report = Validation.production()
			.base((base) -> base.allowedOrigins("https://app.example.com/path"))
			.report();
		assertThat(new FailureText(report).description()).endsWith("""
				= https://app.example.com/path
				     An origin ends after host and port, and this one has a path.
				     https://app.example.com/path
				                            ^""");
	}

	@Test
	void valuesCannotBreakOutOfTheirLine() {
		assertThat(
				report(true, List.of("prod\n"),
						error(RuleId.NULL_ORIGIN, "cors.\u202Eallowed", "null\r\n\u001b[31m",
								new Location.Declaration("[\u0000]")))
					.description())
			.isEqualTo("""
					The CORS policy is not safe for production (active profile 'prod\\u000a'). 1 problem:

					  1. null-origin: cors.\\u202eallowed = null\\u000d\\u000a\\u001b[31m
					     at [\\u0000]
					     Why.""");
	}

	private static Violation error(RuleId rule, String property, String value) {
		return error(rule, property, value, null);
	}

	private static Violation error(RuleId rule, String property, String value, @Nullable Location location) {
		return new Violation(rule, Severity.ERROR, null, property, value, location, "Why.", "Correct it.", null);
	}

	private static FailureText report(boolean production, List<String> profiles, Violation... violations) {
		return new FailureText(new ValidationReport(production, profiles, List.of(violations)));
	}

}
