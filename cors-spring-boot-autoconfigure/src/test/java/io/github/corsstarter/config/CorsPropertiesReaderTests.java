package io.github.corsstarter.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.corsstarter.autoconfigure.TestEnvironment;
import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.Location;
import io.github.corsstarter.policy.Place;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.ValidationInput;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link CorsPropertiesReader}.
 */
class CorsPropertiesReaderTests {

	@Nested
	class Nothing {

		@Test
		void setsNothing() {
			ValidationInput input = ReadProperties.read(new TestEnvironment());
			assertThat(input.policies().base()).isEqualTo(CorsPolicyDefinition.builder("base").build());
			assertThat(input.policies().named()).isEmpty();
			assertThat(input.severities()).isEmpty();
			assertThat(input.waivers()).isEmpty();
			assertThat(input.keys()).isEmpty();
			assertThat(input.problems()).isEmpty();
			assertThat(input.explainRejections()).isFalse();
		}

		@Test
		void productionProfilesAndFilterOrderHaveDefaults() {
			CorsSettings settings = new CorsPropertiesReader(new TestEnvironment()).read();
			assertThat(settings.input().deployment().productionProfiles().texts()).containsExactly("prod", "production",
					"prd", "live");
			assertThat(settings.filterOrder()).isEqualTo(Integer.MIN_VALUE + 20);
		}

		@Test
		void foreignVariableNamedCorsIsIgnored() {
			ValidationInput input = ReadProperties.read(new TestEnvironment().variables(Map.of("CORS", "yes")));
			assertThat(input.problems()).isEmpty();
			assertThat(input.keys()).isEmpty();
		}

	}

	@Nested
	class Lists {

		@Test
		void elementsOfYamlListHaveTheirOwnLocation() {
			ConfiguredList origins = ReadProperties.base(new TestEnvironment().yaml("""
					cors:
					  allowed-origins:
					    - https://a.example
					    - https://b.example
					""")).allowedOrigins();
			assertThat(ReadProperties.texts(origins)).containsExactly("https://a.example", "https://b.example");
			assertThat(ReadProperties.properties(origins)).containsExactly("cors.allowed-origins[0]",
					"cors.allowed-origins[1]");
			assertThat(ReadProperties.locations(origins)).containsExactly("file [application.yml] - 3:7",
					"file [application.yml] - 4:7");
		}

		@Test
		void commasSeparateElementsOfScalar() {
			ConfiguredList origins = ReadProperties.base(new TestEnvironment().yaml("""
					cors:
					  allowed-origins: https://a.example , https://b.example,,
					""")).allowedOrigins();
			assertThat(ReadProperties.texts(origins)).containsExactly("https://a.example", "https://b.example");
			assertThat(ReadProperties.properties(origins)).containsExactly("cors.allowed-origins[0]",
					"cors.allowed-origins[1]");
			assertThat(ReadProperties.locations(origins)).containsOnly("file [application.yml] - 2:20");
		}

		@Test
		void commasSeparateElementsWithinOneElement() {
			ConfiguredList origins = ReadProperties.base(new TestEnvironment().yaml("""
					cors:
					  allowed-origins:
					    - https://a.example
					    - https://b.example, https://c.example
					    - https://d.example
					""")).allowedOrigins();
			assertThat(ReadProperties.texts(origins)).containsExactly("https://a.example", "https://b.example",
					"https://c.example", "https://d.example");
			assertThat(ReadProperties.properties(origins)).containsExactly("cors.allowed-origins[0]",
					"cors.allowed-origins[1]", "cors.allowed-origins[1]", "cors.allowed-origins[2]");
		}

		@Test
		void portListOfScalarStaysWhole() {
			ConfiguredList patterns = ReadProperties
				.base(new TestEnvironment()
					.properties("cors.allowed-origin-patterns=https://*.example.com:[8080,8443],https://x.example"))
				.allowedOriginPatterns();
			assertThat(ReadProperties.texts(patterns)).containsExactly("https://*.example.com:[8080,8443]",
					"https://x.example");
		}

		@ParameterizedTest
		@ValueSource(strings = { "", "[]", "''", "' '", "${missing:}", "' , '" })
		void blankIsSetAndEmpty(String value) {
			ConfiguredList origins = ReadProperties.base(new TestEnvironment().yaml("cors.allowed-origins: " + value))
				.allowedOrigins();
			assertThat(ReadProperties.texts(origins)).isEmpty();
			assertThat(origins).isNotNull();
			assertThat(origins.location()).asString().startsWith("file [application.yml] - 1:");
		}

		@Test
		void blankElementsAreDroppedAndKeepTheirIndex() {
			ConfiguredList origins = ReadProperties.base(new TestEnvironment().yaml("""
					cors:
					  allowed-origins:
					    -
					    - https://a.example
					    - " "
					    - ${missing:}
					    - https://b.example
					""")).allowedOrigins();
			assertThat(ReadProperties.properties(origins)).containsExactly("cors.allowed-origins[1]",
					"cors.allowed-origins[4]");
		}

		@Test
		void unresolvedPlaceholderStaysText() {
			ConfiguredList origins = ReadProperties
				.base(new TestEnvironment().yaml("cors.allowed-origins: ['${FRONTEND_URL}']"))
				.allowedOrigins();
			assertThat(ReadProperties.texts(origins)).containsExactly("${FRONTEND_URL}");
		}

		@Test
		void resolvedPlaceholderIsLocatedWhereItIsUsed() {
			ConfiguredList origins = ReadProperties
				.base(new TestEnvironment()
					.yaml("cors.allowed-origins: ${FRONTENDS}\nFRONTENDS: https://a.example,https://b.example"))
				.allowedOrigins();
			assertThat(ReadProperties.texts(origins)).containsExactly("https://a.example", "https://b.example");
			assertThat(ReadProperties.locations(origins)).containsOnly("file [application.yml] - 1:23");
		}

		@Test
		void otherSourceReplacesListAsAWhole() {
			ConfiguredList origins = ReadProperties
				.base(new TestEnvironment().yaml("cors.allowed-origins: [https://a.example, https://b.example]")
					.arguments(Map.of("cors.allowed-origins[0]", "https://c.example")))
				.allowedOrigins();
			assertThat(ReadProperties.texts(origins)).containsExactly("https://c.example");
		}

		@Test
		void otherSourceCanEmptyList() {
			ConfiguredList origins = ReadProperties
				.base(new TestEnvironment().yaml("cors.allowed-origins: [https://a.example]")
					.variables(Map.of("CORS_ALLOWED_ORIGINS", "")))
				.allowedOrigins();
			assertThat(ReadProperties.texts(origins)).isEmpty();
		}

		@Test
		void listOfObjectsIsTakenElementByElement() {
			ConfiguredList methods = ReadProperties
				.base(new TestEnvironment().arguments(Map.of("cors.allowed-methods", List.of("GET", "POST, PUT"))))
				.allowedMethods();
			assertThat(ReadProperties.texts(methods)).containsExactly("GET", "POST", "PUT");
			assertThat(ReadProperties.properties(methods)).containsExactly("cors.allowed-methods[0]",
					"cors.allowed-methods[1]", "cors.allowed-methods[2]");
		}

		@ParameterizedTest
		@ValueSource(strings = { "null", "~", "", "\"\"", "NULL" })
		void nullWithoutQuotesIsNotLostSilently(String written) {
			ValidationInput input = ReadProperties.read(new TestEnvironment().yaml("""
					cors:
					  allowed-origins:
					    - https://a.example
					    - %s
					  policies:
					    partner:
					      allowed-origins: ['null', %s]
					""".formatted(written, written)));
			assertThat(input.problems())
				.extracting(Finding::rule, Finding::property, (problem) -> String.valueOf(problem.location()))
				.first()
				.isEqualTo(tuple(RuleId.SUSPICIOUS_VALUE, "cors.allowed-origins[1]",
						String.valueOf(TestEnvironment.file(4, written.isEmpty() ? 6 : 7))));
			assertThat(input.problems()).extracting(Finding::message).allMatch((text) -> text.contains("null"));
			assertThat(ReadProperties.texts(input.policies().base().allowedOrigins()))
				.containsExactly("https://a.example");
		}

		@Test
		void emptyElementOfAnyOtherKindIsDropped() {
			assertThat(ReadProperties.read(new TestEnvironment().yaml("""
					cors:
					  allowed-origins: [https://a.example, '${NONE:}']
					  allowed-methods: [GET, null]
					""")).problems()).isEmpty();
			TestEnvironment variables = new TestEnvironment().variables(Map.of("CORS_ALLOWEDORIGINS_0", ""));
			assertThat(ReadProperties.read(variables).problems()).isEmpty();
		}

		@Test
		void hundredThousandElementsAreReadAtOnce() {
			String yaml = IntStream.range(0, 100_000)
				.mapToObj((i) -> "    - https://host" + i + ".example.com\n")
				.collect(Collectors.joining("", "cors:\n  allowed-origins:\n", ""));
			TestEnvironment environment = new TestEnvironment().yaml(yaml);
			ConfiguredList origins = ReadProperties.base(environment).allowedOrigins();
			assertThat(origins).isNotNull();
			assertThat(origins.values()).hasSize(100_000);
			assertThat(origins.values()).last()
				.isEqualTo(ConfiguredValue.of("https://host99999.example.com",
						Place.ofKey("cors.allowed-origins").element(99999), TestEnvironment.file(100002, 7)));
		}

	}

	@Nested
	class Scalars {

		@ParameterizedTest
		@ValueSource(strings = { " ", "\r", "\t " })
		void blanksAroundAValueAreNoPartOfIt(String blank) {
			ValidationInput input = ReadProperties.read(new TestEnvironment().variables(
					Map.of("CORS_ALLOWEDORIGINS", "https://app.example.com" + blank, "CORS_MAXAGE", "30m" + blank,
							"CORS_PREFLIGHTSTATUS", blank + "204" + blank, "CORS_ALLOWCREDENTIALS", "true" + blank,
							"CORS_VALIDATION_RULES_LONGMAXAGE", "off" + blank, "CORS_FILTER_ORDER", "5" + blank)));
			assertThat(input.problems()).isEmpty();
			CorsPolicyDefinition base = input.policies().base();
			assertThat(base.maxAge()).isNotNull().extracting(ConfiguredValue::value).isEqualTo(Duration.ofMinutes(30));
			assertThat(base.preflightStatus()).isNotNull().extracting(ConfiguredValue::value).isEqualTo(204);
			assertThat(input.severities().values()).extracting(ConfiguredValue::value).containsExactly("off");
		}

		@Test
		void textIsKeptAsWritten() {
			assertThat(ReadProperties.base(new TestEnvironment().yaml("cors.max-age: 7d")).maxAge())
				.isEqualTo(ConfiguredValue.of(Duration.ofDays(7), "7d", Place.ofKey("cors.max-age"),
						TestEnvironment.file(1, 15)));
		}

		@ParameterizedTest
		@CsvSource({ "30, PT30S", "30m, PT30M", "1h, PT1H", "PT2H, PT2H", "-1s, PT-1S" })
		void maxAgeIsADurationOrSeconds(String text, Duration expected) {
			ConfiguredValue<Duration> maxAge = ReadProperties.base(new TestEnvironment().yaml("cors.max-age: " + text))
				.maxAge();
			assertThat(maxAge).isNotNull();
			assertThat(maxAge.value()).isEqualTo(expected);
			assertThat(maxAge.text()).isEqualTo(text);
		}

		@ParameterizedTest
		@CsvSource({ "true, true", "on, true", "off, false", "no, false" })
		void booleansHaveManySpellings(String text, boolean expected) {
			ConfiguredValue<Boolean> credentials = ReadProperties
				.base(new TestEnvironment().yaml("cors.allow-credentials: " + text))
				.allowCredentials();
			assertThat(credentials).isNotNull();
			assertThat(credentials.value()).isEqualTo(expected);
		}

		@ParameterizedTest
		@ValueSource(strings = { "allow-credentials", "max-age", "preflight-status", "timing-allow-origin",
				"cross-site-forms" })
		void blankIsUnset(String key) {
			CorsPolicyDefinition base = ReadProperties.base(new TestEnvironment().yaml("cors." + key + ": "));
			assertThat(base).isEqualTo(CorsPolicyDefinition.builder("base").build());
		}

		@Test
		void otherKeysAreRead() {
			CorsSettings settings = new CorsPropertiesReader(new TestEnvironment().yaml("""
					cors:
					  preflight-status: 204
					  explain-rejections: true
					  filter.order: 7
					""")).read();
			assertThat(settings.filterOrder()).isEqualTo(7);
			assertThat(settings.input().explainRejections()).isTrue();
			assertThat(settings.input().policies().base().preflightStatus()).isEqualTo(
					ConfiguredValue.of(204, "204", Place.ofKey("cors.preflight-status"), TestEnvironment.file(2, 21)));
		}

	}

	@Nested
	class Policies {

		@Test
		void policiesHaveTheirOwnKeys() {
			ValidationInput input = ReadProperties.read(new TestEnvironment().yaml("""
					cors:
					  policies:
					    zulu:
					      paths: /z/**
					    alpha:
					      enabled: false
					      paths: [/a/**]
					      allowed-origin-regexes: https://pr-\\d{1,5}\\.example\\.com
					"""));
			assertThat(input.policies().named()).extracting(CorsPolicyDefinition::name)
				.containsExactly("zulu", "alpha");
			CorsPolicyDefinition alpha = ReadProperties.policy(input, "alpha");
			assertThat(alpha.enabled()).isFalse();
			assertThat(ReadProperties.properties(alpha.paths())).containsExactly("cors.policies.alpha.paths[0]");
			assertThat(ReadProperties.texts(alpha.allowedOriginRegexes()))
				.containsExactly("https://pr-\\d{1,5}\\.example\\.com");
			assertThat(alpha.allowedOrigins()).isNull();
		}

		@Test
		void policiesOfSeveralSourcesAreMerged() {
			ValidationInput input = ReadProperties.read(new TestEnvironment().yaml("""
					cors:
					  policies:
					    one.paths: /one
					    two.paths: /two
					""").arguments(Map.of("cors.policies.two.max-age", "1m", "cors.policies.three.paths", "/three")));
			assertThat(input.policies().named()).extracting(CorsPolicyDefinition::name)
				.containsExactly("one", "two", "three");
			CorsPolicyDefinition two = ReadProperties.policy(input, "two");
			assertThat(ReadProperties.texts(two.paths())).containsExactly("/two");
			assertThat(two.maxAge()).isNotNull();
		}

		@Test
		void policyWithoutAnyKeyIsStillThere() {
			assertThat(ReadProperties.read(new TestEnvironment().yaml("cors.policies.empty:")).policies().named())
				.extracting(CorsPolicyDefinition::name)
				.containsExactly("empty");
		}

		@Test
		void capitalsOfNameAreKept() {
			ValidationInput input = ReadProperties.read(new TestEnvironment().yaml("""
					cors.policies.partnerApi:
					  paths: /partner/**
					  max-age: soon
					"""));
			assertThat(ReadProperties.properties(ReadProperties.policy(input, "partnerApi").paths()))
				.containsExactly("cors.policies.partnerApi.paths[0]");
			assertThat(input.problems()).extracting(Finding::property)
				.containsExactly("cors.policies.partnerApi.max-age");
		}

		@Test
		void policyCalledLikeTheBaseIsNamedByItsOwnKeys() {
			ValidationInput input = ReadProperties.read(new TestEnvironment().yaml("cors.policies.base.paths: /x"));
			assertThat(ReadProperties.properties(ReadProperties.policy(input, "base").paths()))
				.containsExactly("cors.policies.base.paths[0]");
		}

		@Test
		void nameMayContainAnything() {
			ValidationInput input = ReadProperties.read(new TestEnvironment().yaml("""
					cors.policies:
					  "[my.policy]":
					    paths: /mine
					"""));
			assertThat(ReadProperties.texts(ReadProperties.policy(input, "my.policy").paths()))
				.containsExactly("/mine");
		}

	}

	@Nested
	class Keys {

		@Test
		void everyKeyIsCollectedAsWritten() {
			ValidationInput input = ReadProperties.read(new TestEnvironment().yaml("""
					cors:
					  allowedOrigns: https://a.example
					  alowed-methods: [GET, PUT]
					  policies.admin.max_age: 5
					corsair: mine
					""").variables(Map.of("CORS_ALLOWED_ORGINS", "https://b.example", "CORSAIR_X", "mine")));
			assertThat(input.keys()).containsExactlyInAnyOrder(
					ConfiguredValue.of("cors.allowedOrigns", "cors.allowedOrigns", TestEnvironment.file(2, 18)),
					ConfiguredValue.of("cors.alowed-methods[0]", "cors.alowed-methods[0]", TestEnvironment.file(3, 20)),
					ConfiguredValue.of("cors.policies.admin.max_age", "cors.policies.admin.max_age",
							TestEnvironment.file(4, 27)),
					ConfiguredValue.of("CORS_ALLOWED_ORGINS", "CORS_ALLOWED_ORGINS",
							new Location.EnvironmentVariable("CORS_ALLOWED_ORGINS")));
		}

	}

}
