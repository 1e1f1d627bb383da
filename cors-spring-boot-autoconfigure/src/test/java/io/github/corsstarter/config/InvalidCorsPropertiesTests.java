package io.github.corsstarter.config;

import java.util.List;
import java.util.Map;

import io.github.corsstarter.autoconfigure.TestEnvironment;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.CrossSiteForms;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.ValidationInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsPropertiesReader} with values that cannot be read.
 */
class InvalidCorsPropertiesTests {

	@Test
	void allOfThemAreFound() {
		ValidationInput input = ReadProperties.read(new TestEnvironment().yaml("""
				cors:
				  enabled: tru
				  allow-credentials: yess
				  max-age: 30min
				  preflight-status: 2xx
				  timing-allow-origin: never
				  cross-site-forms: reject
				  explain-rejections: maybe
				  filter.order: first
				  policies.admin:
				    enabled: fals
				    max-age: long
				"""));
		assertThat(input.problems()).extracting(Finding::rule).containsOnly(RuleId.INVALID_VALUE);
		assertThat(input.problems()).extracting(Finding::property)
			.containsExactlyInAnyOrder("cors.enabled", "cors.allow-credentials", "cors.max-age",
					"cors.preflight-status", "cors.timing-allow-origin", "cors.cross-site-forms",
					"cors.explain-rejections", "cors.filter.order", "cors.policies.admin.enabled",
					"cors.policies.admin.max-age");
	}

	@Test
	void disabledPolicyHasNone() {
		ValidationInput input = ReadProperties.read(new TestEnvironment().yaml("""
				cors.policies:
				  admin:
				    enabled: false
				    max-age: 30min
				    paths[1]: /gap
				  base:
				    enabled: false
				    max-age: long
				""").arguments(Map.of("cors.policies.admin", "off")));
		assertThat(input.problems()).isEmpty();
	}

	@Test
	void wordThatIsNoneIsToldTheWordsThereAre() {
		ValidationInput input = ReadProperties.read(new TestEnvironment().yaml("cors.cross-site-forms: reject"));
		assertThat(input.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.policy()).isEqualTo("base");
			assertThat(problem.message()).isEqualTo("'reject' is not one of allow, listed.");
			assertThat(problem.remedy()).isEqualTo("Set cors.cross-site-forms to allow or listed.");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "listed", "LISTED", " Listed " })
	void wordIsReadInAnyCase(String word) {
		CorsPolicyDefinition base = ReadProperties
			.base(new TestEnvironment().variables(Map.of("CORS_CROSSSITEFORMS", word)));
		assertThat(base.crossSiteForms()).isNotNull()
			.extracting(ConfiguredValue::value)
			.isEqualTo(CrossSiteForms.LISTED);
	}

	@Test
	void problemSaysWhereAndWhatToWrite() {
		ValidationInput input = ReadProperties.read(new TestEnvironment().yaml("cors.policies.admin.max-age: 30min"));
		assertThat(input.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.policy()).isEqualTo("admin");
			assertThat(problem.value()).isEqualTo("30min");
			assertThat(problem.location()).hasToString("file [application.yml] - 1:30");
			assertThat(problem.message()).isEqualTo("'30min' is not a duration.");
			assertThat(problem.remedy()).contains("cors.policies.admin.max-age", "30m");
		});
	}

	@Test
	void unboundValueIsUnset() {
		assertThat(ReadProperties.base(new TestEnvironment().yaml("cors.max-age: 30min")).maxAge()).isNull();
	}

	@Test
	void gapInListIsFound() {
		ValidationInput input = ReadProperties
			.read(new TestEnvironment().arguments(Map.of("cors.policies.admin.paths[0]", "/a",
					"cors.policies.admin.paths[2]", "/c", "cors.policies.admin.paths[3]", "/d")));
		assertThat(input.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.rule()).isEqualTo(RuleId.INVALID_VALUE);
			assertThat(problem.property()).isEqualTo("cors.policies.admin.paths[2]");
			assertThat(problem.value()).isEqualTo("/c");
			assertThat(problem.remedy()).contains("cors.policies.admin.paths");
		});
		assertThat(ReadProperties.texts(ReadProperties.policy(input, "admin").paths())).containsExactly("/a");
	}

	@Test
	void keysInPlaceOfTextAreFound() {
		ValidationInput input = ReadProperties.read(new TestEnvironment().yaml("""
				cors:
				  allowed-origins:
				    - url: https://app.example.com
				    - url: https://admin.example.com
				"""));
		assertThat(input.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.rule()).isEqualTo(RuleId.INVALID_VALUE);
			assertThat(problem.property()).isEqualTo("cors.allowed-origins[0].url");
			assertThat(problem.message())
				.isEqualTo("The elements of this list are texts, and this one has keys of its own.");
			assertThat(problem.remedy()).isEqualTo("Write https://app.example.com as the text of "
					+ "cors.allowed-origins[0], in YAML as '- https://app.example.com'.");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "cors.policies", "cors.policies.admin", "cors.validation", "cors.validation.rules",
			"cors.production", "cors.filter", "cors.reload", "cors.origin-sources", "cors.origin-sources.customers" })
	void textInPlaceOfKeysIsFound(String key) {
		ValidationInput input = ReadProperties
			.read(new TestEnvironment().yaml(key + ": no").arguments(Map.of("cors.policies.admin.paths", "/admin")));
		assertThat(input.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.rule()).isEqualTo(RuleId.INVALID_VALUE);
			assertThat(problem.policy()).isEqualTo(key.equals("cors.policies.admin") ? "admin" : null);
			assertThat(problem.property()).isEqualTo(key);
			assertThat(problem.value()).isEqualTo("false");
			assertThat(problem.location()).asString().startsWith("file [application.yml] - 1:");
			assertThat(problem.message()).isEqualTo("This key has keys of its own, and nothing reads its text.");
			assertThat(problem.remedy()).isEqualTo("Set a key below " + key + " in its place, or remove it.");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "policies", "validation", "validation.rules", "production", "filter", "reload",
			"origin-sources" })
	void noTextInPlaceOfKeysIsNoMistake(String key) {
		assertThat(ReadProperties.read(new TestEnvironment().yaml("cors." + key + ":")).problems()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "cors.policies", "cors.policies.admin", "cors.validation", "cors.validation.rules",
			"cors.production", "cors.filter", "cors.reload", "cors.origin-sources", "cors.origin-sources.customers" })
	void emptyObjectOfJsonIsNoText(String key) {
		assertThat(ReadProperties
			.read(new TestEnvironment().arguments(Map.of("cors.policies.admin.paths", "/admin", key, Map.of())))
			.problems()).isEmpty();
	}

	@Test
	void variableOfAKeyIsNoTextOfAPolicyWithThatName() {
		ValidationInput input = ReadProperties.read(new TestEnvironment().yaml("""
				cors.policies:
				  admin.allowed-origins: https://admin.example.com
				  admin-paths:
				    paths: /paths
				""").variables(Map.of("CORS_POLICIES_ADMIN_PATHS", "/admin")));
		assertThat(input.problems()).isEmpty();
		assertThat(ReadProperties.texts(ReadProperties.policy(input, "admin").paths())).containsExactly("/admin");
	}

	@Test
	void variableInPlaceOfKeysIsFound() {
		ValidationInput input = ReadProperties.read(new TestEnvironment().variables(Map.of("CORS_POLICIES", "strict")));
		assertThat(input.problems()).extracting(Finding::property).hasSize(1);
	}

	@Test
	void textThatAnotherClassReadsIsNoMistake() {
		SharedPrefix other = new SharedPrefix(OwnProperties.class, ConfigurationPropertyName.of("cors"));
		CorsPropertiesReader reader = new CorsPropertiesReader(
				new TestEnvironment().yaml("cors.policies: strict").arguments(Map.of("cors.filter", "strict")),
				() -> List.of(other));
		assertThat(reader.read().input().problems()).filteredOn((problem) -> problem.rule() == RuleId.INVALID_VALUE)
			.extracting(Finding::property)
			.containsExactly("cors.filter");
	}

	@Test
	void placeholderThatRefersToItselfIsFound() {
		ValidationInput input = ReadProperties.read(new TestEnvironment().yaml("cors.max-age: ${cors.max-age}"));
		assertThat(input.problems()).extracting(Finding::property).containsExactly("cors.max-age");
	}

	@Test
	void expressionThatCannotBeParsedIsFound() {
		ValidationInput input = ReadProperties
			.read(new TestEnvironment().yaml("cors.production.profiles: ['a & b | c', 'prod']").profiles("prod"));
		assertThat(input.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.rule()).isEqualTo(RuleId.INVALID_PROFILE);
			assertThat(problem.property()).isEqualTo("cors.production.profiles[0]");
		});
		assertThat(input.deployment().production()).isTrue();
	}

	@ConfigurationProperties("cors")
	record OwnProperties(String policies) {

	}

}
