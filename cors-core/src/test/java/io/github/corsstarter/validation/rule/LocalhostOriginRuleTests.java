package io.github.corsstarter.validation.rule;

import io.github.corsstarter.policy.Location;
import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code localhost-origin}.
 */
class LocalhostOriginRuleTests {

	private static final RuleId RULE = RuleId.LOCALHOST_ORIGIN;

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost", "https://localhost:4200", "http://app.localhost",
			"http://127.0.0.1:3000", "http://127.1.2.3", "http://[::1]:8080", "http://[::]", "http://0.0.0.0",
			"http://[::ffff:127.0.0.1]", "http://localtest.me", "http://a.lvh.me", "https://vcap.me" })
	void acceptsNoLoopbackOrigin(String origin) {
		assertThat(Validation.production().base((base) -> base.allowedOrigins(origin)).found())
			.containsExactly("localhost-origin error cors.allowed-origins[0]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://localhost.example.com", "capacitor://localhost", "https://mylvh.me" })
	void acceptsOtherOrigins(String origin) {
		assertThat(Validation.production().base((base) -> base.allowedOrigins(origin)).found()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:[*]", "http://*.localhost", "http://127.0.0.1:[3000,8080]" })
	void acceptsNoPatternThatAcceptsLoopback(String pattern) {
		assertThat(Validation.production().base((base) -> base.allowedOriginPatterns(pattern)).found())
			.containsExactly("localhost-origin error cors.allowed-origin-patterns[0]");
	}

	@Test
	void namesTheLoopbackOriginThatAnExpressionAccepts() {
		Violation violation = Validation.production()
			.base((base) -> base.allowedOriginRegexes("https?://localhost(:\\d+)?"))
			.violation(RULE);
		assertThat(violation.message()).contains("The entry accepts http://localhost.");
	}

	@Test
	void isInfoOutsideProduction() {
		assertThat(Validation.development().base((base) -> base.allowedOrigins("http://localhost")).found())
			.containsExactly("localhost-origin info cors.allowed-origins[0]");
	}

	@Test
	void stopsInEveryProfileWhenSetToError() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("http://localhost"))
			.severity("localhost-origin", "error")
			.found()).containsExactly("localhost-origin error cors.allowed-origins[0]");
	}

	@Test
	void messageNamesTheFile() {
		Violation violation = Validation.production()
			.at(Validation.file("application.yml", 6, 9))
			.base((base) -> base.allowedOrigins("http://localhost:5173"))
			.violation(RULE);
		assertThat(violation.message())
			.isEqualTo("Any page served from a visitor's own machine could read this API. The value comes from "
					+ "application.yml and no production file overrides it.");
		assertThat(violation.remedy())
			.isEqualTo("Set cors.allowed-origins in application-prod.yml to the production origins only.");
	}

	@Test
	void namesTheFileOfTheActiveProductionProfile() {
		assertThat(Validation.profiles(true, "eu", "PROD-eu")
			.at(Validation.file("application.properties", 6, 9))
			.base((base) -> base.allowedOrigins("http://localhost:5173"))
			.violation(RULE)
			.remedy())
			.isEqualTo("Set cors.allowed-origins in application-PROD-eu.properties to the production origins only.");
	}

	@Test
	void doesNotBlameTheSharedFileForAProductionFile() {
		Violation violation = Validation.production()
			.at(Validation.file("application-prod.yml", 6, 9))
			.base((base) -> base.allowedOrigins("http://localhost:5173"))
			.violation(RULE);
		assertThat(violation.message()).doesNotContain("comes from");
		assertThat(violation.remedy())
			.isEqualTo("Remove http://localhost:5173 from cors.allowed-origins in application-prod.yml.");
	}

	@Test
	void namesTheEnvironmentVariableToChange() {
		assertThat(Validation.production()
			.at(new Location.EnvironmentVariable("CORS_ALLOWED_ORIGINS"))
			.base((base) -> base.allowedOrigins("http://localhost:5173"))
			.violation(RULE)
			.remedy()).isEqualTo("Remove http://localhost:5173 from the environment variable CORS_ALLOWED_ORIGINS.");
	}

	@Test
	void leavesPoliciesAloneThatGovernNothing() {
		assertThat(Validation.production()
			.base((base) -> base.paths().allowedOrigins("http://localhost"))
			.disabledPolicy("dev", (dev) -> dev.paths("/dev").allowedOrigins("http://localhost"))
			.found()).isEmpty();
	}

	@Test
	void reportsWhatSeveralPoliciesInheritOnce() {
		Validation validation = Validation.production()
			.base((base) -> base.paths().allowedOrigins("http://localhost"))
			.policy("one", (one) -> one.paths("/one"))
			.policy("two", (two) -> two.paths("/two"));
		assertThat(validation.violation(RULE).policy()).isEqualTo("one");
	}

	@Test
	void refusesWhatCannotBeTold() {
		Validation validation = Validation.production()
			.base((base) -> base.allowedOriginRegexes("https?://((.{7})*|(.{11})*|(.{13})*)x"));
		assertThat(validation.found(RuleId.LOCALHOST_ORIGIN))
			.containsExactly("localhost-origin error cors.allowed-origin-regexes[0]");
		assertThat(validation.found(RuleId.UNBOUNDED_ORIGINS)).hasSize(1);
		assertThat(validation.violation(RuleId.LOCALHOST_ORIGIN).message()).contains("cannot be told.",
				"too complicated");
	}

}
