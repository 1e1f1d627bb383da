package io.github.corsstarter.config;

import java.time.Duration;
import java.util.Map;

import io.github.corsstarter.autoconfigure.TestEnvironment;
import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.Location;
import io.github.corsstarter.policy.Place;
import io.github.corsstarter.validation.subject.ValidationInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsPropertiesReader} with environment variables.
 */
class CorsPropertiesFromVariablesTests {

	@ParameterizedTest
	@ValueSource(strings = { "CORS_ALLOWED_ORIGINS", "CORS_ALLOWEDORIGINS" })
	void everyFormSetsList(String variable) {
		ConfiguredList origins = ReadProperties
			.base(new TestEnvironment().variables(Map.of(variable, "https://a.example,https://b.example")))
			.allowedOrigins();
		assertThat(ReadProperties.texts(origins)).containsExactly("https://a.example", "https://b.example");
		assertThat(ReadProperties.properties(origins)).containsExactly("cors.allowed-origins[0]",
				"cors.allowed-origins[1]");
		assertThat(ReadProperties.locations(origins)).containsOnly("environment variable " + variable);
	}

	@Test
	void indexedFormSetsElements() {
		ConfiguredList origins = ReadProperties
			.base(new TestEnvironment().variables(Map.of("CORS_ALLOWED_ORIGINS_0", "https://a.example",
					"CORS_ALLOWEDORIGINS_1", "https://b.example")))
			.allowedOrigins();
		assertThat(ReadProperties.texts(origins)).containsExactly("https://a.example", "https://b.example");
		assertThat(ReadProperties.locations(origins)).containsExactly("environment variable CORS_ALLOWED_ORIGINS_0",
				"environment variable CORS_ALLOWEDORIGINS_1");
	}

	@Test
	void policyIsSetAsAWhole() {
		ValidationInput input = ReadProperties.read(new TestEnvironment().variables(Map.of("CORS_POLICIES_ADMIN_PATHS",
				"/admin/**,/ops/**", "CORS_POLICIES_ADMIN_ALLOWCREDENTIALS", "true",
				"CORS_POLICIES_ADMIN_ALLOWED_ORIGINS", "https://admin.example", "CORS_POLICIES_ADMIN_MAX_AGE", "60")));
		CorsPolicyDefinition admin = ReadProperties.policy(input, "admin");
		assertThat(ReadProperties.texts(admin.paths())).containsExactly("/admin/**", "/ops/**");
		assertThat(ReadProperties.texts(admin.allowedOrigins())).containsExactly("https://admin.example");
		assertThat(admin.allowCredentials()).isNotNull();
		assertThat(admin.allowCredentials().value()).isTrue();
		assertThat(admin.maxAge()).isNotNull();
		assertThat(admin.maxAge().value()).isEqualTo(Duration.ofMinutes(1));
		assertThat(input.problems()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "partnerApi", "partnerapi", "partner-api" })
	void policyOfFileIsExtended(String name) {
		ValidationInput input = ReadProperties
			.read(new TestEnvironment().yaml("cors.policies." + name + ".paths: /partner/**")
				.variables(Map.of("CORS_POLICIES_PARTNERAPI_ALLOWCREDENTIALS", "true")));
		assertThat(input.policies().named()).hasSize(1);
		CorsPolicyDefinition partner = ReadProperties.policy(input, name);
		assertThat(ReadProperties.texts(partner.paths())).containsExactly("/partner/**");
		assertThat(partner.allowCredentials())
			.isEqualTo(ConfiguredValue.of(true, "true", Place.ofKey("cors.policies." + name + ".allow-credentials"),
					new Location.EnvironmentVariable("CORS_POLICIES_PARTNERAPI_ALLOWCREDENTIALS")));
	}

	@Test
	void dashOfNameMayBeAnUnderscore() {
		ValidationInput input = ReadProperties
			.read(new TestEnvironment().yaml("cors.policies.partner-api.paths: /partner/**")
				.variables(Map.of("CORS_POLICIES_PARTNER_API_MAX_AGE", "60")));
		assertThat(input.policies().named()).extracting(CorsPolicyDefinition::name).containsExactly("partner-api");
		assertThat(ReadProperties.policy(input, "partner-api").maxAge()).isNotNull();
	}

	@Test
	void variableThatMeansNoKeyMakesNoPolicy() {
		ValidationInput input = ReadProperties
			.read(new TestEnvironment().variables(Map.of("CORS_POLICIES_URL", "https://wiki.example/cors")));
		assertThat(input.policies().named()).isEmpty();
		assertThat(input.keys()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "CORS_VALIDATION_RULES_LOCALHOSTORIGIN", "CORS_VALIDATION_RULES_LOCALHOST_ORIGIN" })
	void ruleIsSet(String variable) {
		ValidationInput input = ReadProperties.read(new TestEnvironment().variables(Map.of(variable, "warn")));
		assertThat(input.severities().values()).extracting(ConfiguredValue::value).containsExactly("warn");
		assertThat(input.severities()).hasKeySatisfying(new org.assertj.core.api.Condition<>(
				(id) -> id.replace("-", "").equals("localhostorigin"), "localhost-origin"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "CORS_VALIDATION_RULES_LOCALHOSTORIGIN", "CORS_VALIDATION_RULES_LOCALHOST_ORIGIN" })
	void ruleOfFileIsOverridden(String variable) {
		ValidationInput input = ReadProperties
			.read(new TestEnvironment().yaml("cors.validation.rules.localhost-origin: off")
				.variables(Map.of(variable, "error")));
		assertThat(input.severities().values()).extracting(ConfiguredValue::value).containsOnly("error");
	}

	@Test
	void waiverIsSet() {
		ValidationInput input = ReadProperties.read(new TestEnvironment().variables(
				Map.of("CORS_VALIDATION_WAIVERS_0_RULE", "null-origin", "CORS_VALIDATION_WAIVERS_0_VALUE", "null")));
		assertThat(input.waivers()).hasSize(1);
		assertThat(input.waivers().get(0).rule()).isEqualTo(ConfiguredValue.of("null-origin",
				"cors.validation.waivers[0].rule", new Location.EnvironmentVariable("CORS_VALIDATION_WAIVERS_0_RULE")));
	}

	@Test
	void productionProfilesAreSet() {
		ConfiguredList profiles = ReadProperties
			.read(new TestEnvironment().variables(Map.of("CORS_PRODUCTION_PROFILES", "eu,(us & !test)")))
			.deployment()
			.productionProfiles();
		assertThat(ReadProperties.texts(profiles)).containsExactly("eu", "(us & !test)");
	}

}
