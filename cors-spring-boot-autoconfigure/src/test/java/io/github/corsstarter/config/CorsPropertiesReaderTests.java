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
import io.github.corsstarter.policy.CrossSiteForms;
import io.github.corsstarter.policy.Location;
import io.github.corsstarter.policy.Place;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.ValidationInput;
import io.github.corsstarter.validation.subject.WaiverDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsPropertiesReader}.
 */
class CorsPropertiesReaderTests {

	private static ValidationInput read(Environment environment) {
		return new CorsPropertiesReader(environment).read().input();
	}

	private static CorsPolicyDefinition base(TestEnvironment environment) {
		return read(environment).policies().base();
	}

	private static CorsPolicyDefinition policy(ValidationInput input, String name) {
		return input.policies()
			.named()
			.stream()
			.filter((policy) -> policy.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static List<String> texts(@Nullable ConfiguredList list) {
		assertThat(list).isNotNull();
		return list.texts();
	}

	private static List<String> properties(@Nullable ConfiguredList list) {
		assertThat(list).isNotNull();
		return list.values().stream().map(ConfiguredValue::property).toList();
	}

	private static List<String> locations(@Nullable ConfiguredList list) {
		assertThat(list).isNotNull();
		return list.values().stream().map((value) -> String.valueOf(value.location())).toList();
	}

	@Nested
	class Nothing {

		@Test
		void setsNothing() {
			ValidationInput input = read(new TestEnvironment());
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
			ValidationInput input = read(new TestEnvironment().variables(Map.of("CORS", "yes")));
			assertThat(input.problems()).isEmpty();
			assertThat(input.keys()).isEmpty();
		}

	}

	@Nested
	class Lists {

		@Test
		void elementsOfYamlListHaveTheirOwnLocation() {
			ConfiguredList origins = base(new TestEnvironment().yaml("""
					cors:
					  allowed-origins:
					    - https://a.example
					    - https://b.example
					""")).allowedOrigins();
			assertThat(texts(origins)).containsExactly("https://a.example", "https://b.example");
			assertThat(properties(origins)).containsExactly("cors.allowed-origins[0]", "cors.allowed-origins[1]");
			assertThat(locations(origins)).containsExactly("file [application.yml] - 3:7",
					"file [application.yml] - 4:7");
		}

		@Test
		void commasSeparateElementsOfScalar() {
			ConfiguredList origins = base(new TestEnvironment().yaml("""
					cors:
					  allowed-origins: https://a.example , https://b.example,,
					""")).allowedOrigins();
			assertThat(texts(origins)).containsExactly("https://a.example", "https://b.example");
			assertThat(properties(origins)).containsExactly("cors.allowed-origins[0]", "cors.allowed-origins[1]");
			assertThat(locations(origins)).containsOnly("file [application.yml] - 2:20");
		}

		@Test
		void commasSeparateElementsWithinOneElement() {
			ConfiguredList origins = base(new TestEnvironment().yaml("""
					cors:
					  allowed-origins:
					    - https://a.example
					    - https://b.example, https://c.example
					    - https://d.example
					""")).allowedOrigins();
			assertThat(texts(origins)).containsExactly("https://a.example", "https://b.example", "https://c.example",
					"https://d.example");
			assertThat(properties(origins)).containsExactly("cors.allowed-origins[0]", "cors.allowed-origins[1]",
					"cors.allowed-origins[1]", "cors.allowed-origins[2]");
		}

		@Test
		void portListOfScalarStaysWhole() {
			ConfiguredList patterns = base(new TestEnvironment()
				.properties("cors.allowed-origin-patterns=https://*.example.com:[8080,8443],https://x.example"))
				.allowedOriginPatterns();
			assertThat(texts(patterns)).containsExactly("https://*.example.com:[8080,8443]", "https://x.example");
		}

		@ParameterizedTest
		@ValueSource(strings = { "", "[]", "''", "' '", "${missing:}", "' , '" })
		void blankIsSetAndEmpty(String value) {
			ConfiguredList origins = base(new TestEnvironment().yaml("cors.allowed-origins: " + value))
				.allowedOrigins();
			assertThat(texts(origins)).isEmpty();
			assertThat(origins).isNotNull();
			assertThat(origins.location()).asString().startsWith("file [application.yml] - 1:");
		}

		@Test
		void blankElementsAreDroppedAndKeepTheirIndex() {
			ConfiguredList origins = base(new TestEnvironment().yaml("""
					cors:
					  allowed-origins:
					    -
					    - https://a.example
					    - " "
					    - ${missing:}
					    - https://b.example
					""")).allowedOrigins();
			assertThat(properties(origins)).containsExactly("cors.allowed-origins[1]", "cors.allowed-origins[4]");
		}

		@Test
		void unresolvedPlaceholderStaysText() {
			ConfiguredList origins = base(new TestEnvironment().yaml("cors.allowed-origins: ['${FRONTEND_URL}']"))
				.allowedOrigins();
			assertThat(texts(origins)).containsExactly("${FRONTEND_URL}");
		}

		@Test
		void resolvedPlaceholderIsLocatedWhereItIsUsed() {
			ConfiguredList origins = base(new TestEnvironment()
				.yaml("cors.allowed-origins: ${FRONTENDS}\nFRONTENDS: https://a.example,https://b.example"))
				.allowedOrigins();
			assertThat(texts(origins)).containsExactly("https://a.example", "https://b.example");
			assertThat(locations(origins)).containsOnly("file [application.yml] - 1:23");
		}

		@Test
		void otherSourceReplacesListAsAWhole() {
			ConfiguredList origins = base(
					new TestEnvironment().yaml("cors.allowed-origins: [https://a.example, https://b.example]")
						.arguments(Map.of("cors.allowed-origins[0]", "https://c.example")))
				.allowedOrigins();
			assertThat(texts(origins)).containsExactly("https://c.example");
		}

		@Test
		void otherSourceCanEmptyList() {
			ConfiguredList origins = base(new TestEnvironment().yaml("cors.allowed-origins: [https://a.example]")
				.variables(Map.of("CORS_ALLOWED_ORIGINS", ""))).allowedOrigins();
			assertThat(texts(origins)).isEmpty();
		}

		@Test
		void listOfObjectsIsTakenElementByElement() {
			ConfiguredList methods = base(
					new TestEnvironment().arguments(Map.of("cors.allowed-methods", List.of("GET", "POST, PUT"))))
				.allowedMethods();
			assertThat(texts(methods)).containsExactly("GET", "POST", "PUT");
			assertThat(properties(methods)).containsExactly("cors.allowed-methods[0]", "cors.allowed-methods[1]",
					"cors.allowed-methods[2]");
		}

		@Test
		void hundredThousandElementsAreReadAtOnce() {
			String yaml = IntStream.range(0, 100_000)
				.mapToObj((i) -> "    - https://host" + i + ".example.com\n")
				.collect(Collectors.joining("", "cors:\n  allowed-origins:\n", ""));
			TestEnvironment environment = new TestEnvironment().yaml(yaml);
			ConfiguredList origins = base(environment).allowedOrigins();
			assertThat(origins).isNotNull();
			assertThat(origins.values()).hasSize(100_000);
			assertThat(origins.values()).last()
				.isEqualTo(ConfiguredValue.of("https://host99999.example.com",
						Place.ofKey("cors.allowed-origins").element(99999), TestEnvironment.file("100002:7")));
		}

	}

	@Nested
	class Scalars {

		@ParameterizedTest
		@ValueSource(strings = { " ", "\r", "\t " })
		void blanksAroundAValueAreNoPartOfIt(String blank) {
			ValidationInput input = read(new TestEnvironment().variables(
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
			assertThat(base(new TestEnvironment().yaml("cors.max-age: 7d")).maxAge()).isEqualTo(ConfiguredValue
				.of(Duration.ofDays(7), "7d", Place.ofKey("cors.max-age"), TestEnvironment.file("1:15")));
		}

		@ParameterizedTest
		@CsvSource({ "30, PT30S", "30m, PT30M", "1h, PT1H", "PT2H, PT2H", "-1s, PT-1S" })
		void maxAgeIsADurationOrSeconds(String text, Duration expected) {
			ConfiguredValue<Duration> maxAge = base(new TestEnvironment().yaml("cors.max-age: " + text)).maxAge();
			assertThat(maxAge).isNotNull();
			assertThat(maxAge.value()).isEqualTo(expected);
			assertThat(maxAge.text()).isEqualTo(text);
		}

		@ParameterizedTest
		@CsvSource({ "true, true", "on, true", "off, false", "no, false" })
		void booleansHaveManySpellings(String text, boolean expected) {
			ConfiguredValue<Boolean> credentials = base(new TestEnvironment().yaml("cors.allow-credentials: " + text))
				.allowCredentials();
			assertThat(credentials).isNotNull();
			assertThat(credentials.value()).isEqualTo(expected);
		}

		@ParameterizedTest
		@ValueSource(strings = { "allow-credentials", "max-age", "preflight-status", "timing-allow-origin",
				"cross-site-forms" })
		void blankIsUnset(String key) {
			CorsPolicyDefinition base = base(new TestEnvironment().yaml("cors." + key + ": "));
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
					ConfiguredValue.of(204, "204", Place.ofKey("cors.preflight-status"), TestEnvironment.file("2:21")));
		}

	}

	@Nested
	class Policies {

		@Test
		void policiesHaveTheirOwnKeys() {
			ValidationInput input = read(new TestEnvironment().yaml("""
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
			CorsPolicyDefinition alpha = policy(input, "alpha");
			assertThat(alpha.enabled()).isFalse();
			assertThat(properties(alpha.paths())).containsExactly("cors.policies.alpha.paths[0]");
			assertThat(texts(alpha.allowedOriginRegexes())).containsExactly("https://pr-\\d{1,5}\\.example\\.com");
			assertThat(alpha.allowedOrigins()).isNull();
		}

		@Test
		void policiesOfSeveralSourcesAreMerged() {
			ValidationInput input = read(new TestEnvironment().yaml("""
					cors:
					  policies:
					    one.paths: /one
					    two.paths: /two
					""").arguments(Map.of("cors.policies.two.max-age", "1m", "cors.policies.three.paths", "/three")));
			assertThat(input.policies().named()).extracting(CorsPolicyDefinition::name)
				.containsExactly("one", "two", "three");
			CorsPolicyDefinition two = policy(input, "two");
			assertThat(texts(two.paths())).containsExactly("/two");
			assertThat(two.maxAge()).isNotNull();
		}

		@Test
		void policyWithoutAnyKeyIsStillThere() {
			assertThat(read(new TestEnvironment().yaml("cors.policies.empty:")).policies().named())
				.extracting(CorsPolicyDefinition::name)
				.containsExactly("empty");
		}

		@Test
		void capitalsOfNameAreKept() {
			ValidationInput input = read(new TestEnvironment().yaml("""
					cors.policies.partnerApi:
					  paths: /partner/**
					  max-age: soon
					"""));
			assertThat(properties(policy(input, "partnerApi").paths()))
				.containsExactly("cors.policies.partnerApi.paths[0]");
			assertThat(input.problems()).extracting(Finding::property)
				.containsExactly("cors.policies.partnerApi.max-age");
		}

		@Test
		void policyCalledLikeTheBaseIsNamedByItsOwnKeys() {
			ValidationInput input = read(new TestEnvironment().yaml("cors.policies.base.paths: /x"));
			assertThat(properties(policy(input, "base").paths())).containsExactly("cors.policies.base.paths[0]");
		}

		@Test
		void nameMayContainAnything() {
			ValidationInput input = read(new TestEnvironment().yaml("""
					cors.policies:
					  "[my.policy]":
					    paths: /mine
					"""));
			assertThat(texts(policy(input, "my.policy").paths())).containsExactly("/mine");
		}

	}

	@Nested
	class EnvironmentVariables {

		@ParameterizedTest
		@ValueSource(strings = { "CORS_ALLOWED_ORIGINS", "CORS_ALLOWEDORIGINS" })
		void everyFormSetsList(String variable) {
			ConfiguredList origins = base(
					new TestEnvironment().variables(Map.of(variable, "https://a.example,https://b.example")))
				.allowedOrigins();
			assertThat(texts(origins)).containsExactly("https://a.example", "https://b.example");
			assertThat(properties(origins)).containsExactly("cors.allowed-origins[0]", "cors.allowed-origins[1]");
			assertThat(locations(origins)).containsOnly("environment variable " + variable);
		}

		@Test
		void indexedFormSetsElements() {
			ConfiguredList origins = base(new TestEnvironment().variables(Map.of("CORS_ALLOWED_ORIGINS_0",
					"https://a.example", "CORS_ALLOWEDORIGINS_1", "https://b.example")))
				.allowedOrigins();
			assertThat(texts(origins)).containsExactly("https://a.example", "https://b.example");
			assertThat(locations(origins)).containsExactly("environment variable CORS_ALLOWED_ORIGINS_0",
					"environment variable CORS_ALLOWEDORIGINS_1");
		}

		@Test
		void policyIsSetAsAWhole() {
			ValidationInput input = read(
					new TestEnvironment().variables(Map.of("CORS_POLICIES_ADMIN_PATHS", "/admin/**,/ops/**",
							"CORS_POLICIES_ADMIN_ALLOWCREDENTIALS", "true", "CORS_POLICIES_ADMIN_ALLOWED_ORIGINS",
							"https://admin.example", "CORS_POLICIES_ADMIN_MAX_AGE", "60")));
			CorsPolicyDefinition admin = policy(input, "admin");
			assertThat(texts(admin.paths())).containsExactly("/admin/**", "/ops/**");
			assertThat(texts(admin.allowedOrigins())).containsExactly("https://admin.example");
			assertThat(admin.allowCredentials()).isNotNull();
			assertThat(admin.allowCredentials().value()).isTrue();
			assertThat(admin.maxAge()).isNotNull();
			assertThat(admin.maxAge().value()).isEqualTo(Duration.ofMinutes(1));
			assertThat(input.problems()).isEmpty();
		}

		@ParameterizedTest
		@ValueSource(strings = { "partnerApi", "partnerapi", "partner-api" })
		void policyOfFileIsExtended(String name) {
			ValidationInput input = read(new TestEnvironment().yaml("cors.policies." + name + ".paths: /partner/**")
				.variables(Map.of("CORS_POLICIES_PARTNERAPI_ALLOWCREDENTIALS", "true")));
			assertThat(input.policies().named()).hasSize(1);
			CorsPolicyDefinition partner = policy(input, name);
			assertThat(texts(partner.paths())).containsExactly("/partner/**");
			assertThat(partner.allowCredentials())
				.isEqualTo(ConfiguredValue.of(true, "true", Place.ofKey("cors.policies." + name + ".allow-credentials"),
						new Location.EnvironmentVariable("CORS_POLICIES_PARTNERAPI_ALLOWCREDENTIALS")));
		}

		@Test
		void dashOfNameMayBeAnUnderscore() {
			ValidationInput input = read(new TestEnvironment().yaml("cors.policies.partner-api.paths: /partner/**")
				.variables(Map.of("CORS_POLICIES_PARTNER_API_MAX_AGE", "60")));
			assertThat(input.policies().named()).extracting(CorsPolicyDefinition::name).containsExactly("partner-api");
			assertThat(policy(input, "partner-api").maxAge()).isNotNull();
		}

		@Test
		void variableThatMeansNoKeyMakesNoPolicy() {
			ValidationInput input = read(
					new TestEnvironment().variables(Map.of("CORS_POLICIES_URL", "https://wiki.example/cors")));
			assertThat(input.policies().named()).isEmpty();
			assertThat(input.keys()).hasSize(1);
		}

		@ParameterizedTest
		@ValueSource(strings = { "CORS_VALIDATION_RULES_LOCALHOSTORIGIN", "CORS_VALIDATION_RULES_LOCALHOST_ORIGIN" })
		void ruleIsSet(String variable) {
			ValidationInput input = read(new TestEnvironment().variables(Map.of(variable, "warn")));
			assertThat(input.severities().values()).extracting(ConfiguredValue::value).containsExactly("warn");
			assertThat(input.severities()).hasKeySatisfying(new org.assertj.core.api.Condition<>(
					(id) -> id.replace("-", "").equals("localhostorigin"), "localhost-origin"));
		}

		@ParameterizedTest
		@ValueSource(strings = { "CORS_VALIDATION_RULES_LOCALHOSTORIGIN", "CORS_VALIDATION_RULES_LOCALHOST_ORIGIN" })
		void ruleOfFileIsOverridden(String variable) {
			ValidationInput input = read(new TestEnvironment().yaml("cors.validation.rules.localhost-origin: off")
				.variables(Map.of(variable, "error")));
			assertThat(input.severities().values()).extracting(ConfiguredValue::value).containsOnly("error");
		}

		@Test
		void waiverIsSet() {
			ValidationInput input = read(new TestEnvironment().variables(Map.of("CORS_VALIDATION_WAIVERS_0_RULE",
					"null-origin", "CORS_VALIDATION_WAIVERS_0_VALUE", "null")));
			assertThat(input.waivers()).hasSize(1);
			assertThat(input.waivers().get(0).rule())
				.isEqualTo(ConfiguredValue.of("null-origin", "cors.validation.waivers[0].rule",
						new Location.EnvironmentVariable("CORS_VALIDATION_WAIVERS_0_RULE")));
		}

		@Test
		void productionProfilesAreSet() {
			ConfiguredList profiles = read(
					new TestEnvironment().variables(Map.of("CORS_PRODUCTION_PROFILES", "eu,(us & !test)")))
				.deployment()
				.productionProfiles();
			assertThat(texts(profiles)).containsExactly("eu", "(us & !test)");
		}

	}

	@Nested
	class RulesAndWaivers {

		@Test
		void unquotedOffArrivesAsFalse() {
			ValidationInput input = read(new TestEnvironment().yaml("cors.validation.rules.localhost-origin: off"));
			assertThat(input.severities()).containsExactly(Map.entry("localhost-origin", ConfiguredValue.of("false",
					"cors.validation.rules.localhost-origin", TestEnvironment.file("1:41"))));
		}

		@Test
		void spellingOfRuleIsKept() {
			ValidationInput input = read(new TestEnvironment().yaml("cors.validation.rules.nullOrigin: warn"));
			assertThat(input.severities()).containsOnlyKeys("nullOrigin");
		}

		@Test
		void waiversAreReadWithUnknownKeys() {
			ValidationInput input = read(new TestEnvironment().yaml("""
					cors:
					  validation:
					    waivers:
					      - rule: null-origin
					        value: "null"
					        policy: mobile
					        reason: Sandboxed frames
					        expires: 2027-06-30
					      - rul: localhost-origin
					"""));
			assertThat(input.problems()).isEmpty();
			assertThat(input.waivers()).hasSize(2);
			WaiverDefinition first = input.waivers().get(0);
			assertThat(first.property()).isEqualTo("cors.validation.waivers[0]");
			assertThat(first.location()).hasToString("file [application.yml] - 4:15");
			assertThat(List.of(first.rule(), first.value(), first.policy(), first.reason(), first.expires()))
				.extracting(ConfiguredValue::text)
				.containsExactly("null-origin", "null", "mobile", "Sandboxed frames", "2027-06-30");
			assertThat(first.unknownKeys()).isEmpty();
			WaiverDefinition second = input.waivers().get(1);
			assertThat(second.rule()).isNull();
			assertThat(second.unknownKeys()).containsExactly(
					ConfiguredValue.of("rul", "cors.validation.waivers[1].rul", TestEnvironment.file("9:14")));
		}

		@Test
		void otherSourceReplacesWaiversAsAWhole() {
			ValidationInput input = read(new TestEnvironment().yaml("""
					cors.validation.waivers:
					  - rule: null-origin
					  - rule: localhost-origin
					""").arguments(Map.of("cors.validation.waivers[0].rule", "wildcard-origin")));
			assertThat(input.waivers()).hasSize(1);
		}

		@Test
		void gapInWaiversIsFound() {
			ValidationInput input = read(new TestEnvironment().arguments(Map.of("cors.validation.waivers[0].rule",
					"null-origin", "cors.validation.waivers[2].rule", "localhost-origin")));
			assertThat(input.waivers()).hasSize(2);
			assertThat(input.problems()).singleElement().satisfies((problem) -> {
				assertThat(problem.rule()).isEqualTo(RuleId.INVALID_VALUE);
				assertThat(problem.property()).isEqualTo("cors.validation.waivers[2].rule");
				assertThat(problem.policy()).isNull();
			});
		}

		@Test
		void textInPlaceOfWaiversIsFound() {
			ValidationInput input = read(new TestEnvironment().yaml("cors.validation.waivers: null-origin"));
			assertThat(input.waivers()).isEmpty();
			assertThat(input.problems()).singleElement().satisfies((problem) -> {
				assertThat(problem.rule()).isEqualTo(RuleId.INVALID_VALUE);
				assertThat(problem.property()).isEqualTo("cors.validation.waivers");
				assertThat(problem.value()).isEqualTo("null-origin");
				assertThat(problem.remedy()).contains("cors.validation.waivers[0].rule");
			});
		}

		@Test
		void placeholderOfWaiverThatRefersToItselfStaysText() {
			ValidationInput input = read(new TestEnvironment()
				.arguments(Map.of("cors.validation.waivers[0].reason", "${me}", "me", "${me}")));
			assertThat(input.waivers().get(0).reason()).isNotNull();
			assertThat(input.waivers().get(0).reason().text()).isEqualTo("${me}");
		}

		@Test
		void blankRemovesWaivers() {
			ValidationInput input = read(new TestEnvironment().yaml("cors.validation.waivers: [{rule: null-origin}]")
				.arguments(Map.of("cors.validation.waivers", "")));
			assertThat(input.waivers()).isEmpty();
		}

	}

	@Nested
	class Problems {

		@Test
		void allOfThemAreFound() {
			ValidationInput input = read(new TestEnvironment().yaml("""
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
			ValidationInput input = read(new TestEnvironment().yaml("""
					cors.policies:
					  admin:
					    enabled: false
					    max-age: 30min
					    paths[1]: /gap
					  base:
					    enabled: false
					    max-age: long
					"""));
			assertThat(input.problems()).isEmpty();
		}

		@Test
		void wordThatIsNoneIsToldTheWordsThereAre() {
			ValidationInput input = read(new TestEnvironment().yaml("cors.cross-site-forms: reject"));
			assertThat(input.problems()).singleElement().satisfies((problem) -> {
				assertThat(problem.policy()).isEqualTo("base");
				assertThat(problem.message()).isEqualTo("'reject' is none of allow, listed.");
				assertThat(problem.remedy()).isEqualTo("Set cors.cross-site-forms to allow or listed.");
			});
		}

		@ParameterizedTest
		@ValueSource(strings = { "listed", "LISTED", " Listed " })
		void wordIsReadInAnyCase(String word) {
			CorsPolicyDefinition base = base(new TestEnvironment().variables(Map.of("CORS_CROSSSITEFORMS", word)));
			assertThat(base.crossSiteForms()).isNotNull()
				.extracting(ConfiguredValue::value)
				.isEqualTo(CrossSiteForms.LISTED);
		}

		@Test
		void problemSaysWhereAndWhatToWrite() {
			ValidationInput input = read(new TestEnvironment().yaml("cors.policies.admin.max-age: 30min"));
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
			assertThat(base(new TestEnvironment().yaml("cors.max-age: 30min")).maxAge()).isNull();
		}

		@Test
		void gapInListIsFound() {
			ValidationInput input = read(new TestEnvironment().arguments(Map.of("cors.policies.admin.paths[0]", "/a",
					"cors.policies.admin.paths[2]", "/c", "cors.policies.admin.paths[3]", "/d")));
			assertThat(input.problems()).singleElement().satisfies((problem) -> {
				assertThat(problem.rule()).isEqualTo(RuleId.INVALID_VALUE);
				assertThat(problem.property()).isEqualTo("cors.policies.admin.paths[2]");
				assertThat(problem.value()).isEqualTo("/c");
				assertThat(problem.remedy()).contains("cors.policies.admin.paths");
			});
			assertThat(texts(policy(input, "admin").paths())).containsExactly("/a");
		}

		@Test
		void keysInPlaceOfTextAreFound() {
			ValidationInput input = read(new TestEnvironment().yaml("""
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

		@Test
		void placeholderThatRefersToItselfIsFound() {
			ValidationInput input = read(new TestEnvironment().yaml("cors.max-age: ${cors.max-age}"));
			assertThat(input.problems()).extracting(Finding::property).containsExactly("cors.max-age");
		}

		@Test
		void expressionThatCannotBeParsedIsFound() {
			ValidationInput input = read(
					new TestEnvironment().yaml("cors.production.profiles: ['a & b | c', 'prod']").profiles("prod"));
			assertThat(input.problems()).singleElement().satisfies((problem) -> {
				assertThat(problem.rule()).isEqualTo(RuleId.INVALID_PROFILE);
				assertThat(problem.property()).isEqualTo("cors.production.profiles[0]");
			});
			assertThat(input.deployment().production()).isTrue();
		}

	}

	@Nested
	class Keys {

		@Test
		void everyKeyIsCollectedAsWritten() {
			ValidationInput input = read(new TestEnvironment().yaml("""
					cors:
					  allowedOrigns: https://a.example
					  alowed-methods: [GET, PUT]
					  policies.admin.max_age: 5
					corsair: mine
					""").variables(Map.of("CORS_ALLOWED_ORGINS", "https://b.example", "CORSAIR_X", "mine")));
			assertThat(input.keys()).containsExactlyInAnyOrder(
					ConfiguredValue.of("cors.allowedOrigns", "cors.allowedOrigns", TestEnvironment.file("2:18")),
					ConfiguredValue.of("cors.alowed-methods[0]", "cors.alowed-methods[0]",
							TestEnvironment.file("3:20")),
					ConfiguredValue.of("cors.policies.admin.max_age", "cors.policies.admin.max_age",
							TestEnvironment.file("4:27")),
					ConfiguredValue.of("CORS_ALLOWED_ORGINS", "CORS_ALLOWED_ORGINS",
							new Location.EnvironmentVariable("CORS_ALLOWED_ORGINS")));
		}

	}

	@Nested
	class Files {

		private Environment load(String... profiles) {
			try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Empty.class)
				.web(WebApplicationType.NONE)
				.bannerMode(Banner.Mode.OFF)
				.logStartupInfo(false)
				.profiles(profiles)
				.properties("spring.config.location=classpath:/binding/")
				.run()) {
				return context.getEnvironment();
			}
		}

		@Test
		void valueIsLocatedByFileAndLine() {
			CorsPolicyDefinition base = read(load()).policies().base();
			assertThat(locations(base.allowedOrigins())).containsExactly(
					"class path resource [binding/application.yml] - 3:7",
					"class path resource [binding/application.yml] - 4:7");
			assertThat(base.maxAge()).isEqualTo(
					ConfiguredValue.of(Duration.ofDays(7), "7d", Place.ofKey("cors.max-age"), new Location.ConfigFile(
							"class path resource [binding/application.yml]", "application.yml", "5:12", List.of())));
		}

		@Test
		void profileReplacesListsAndMergesPolicies() {
			ValidationInput input = read(load("prod"));
			assertThat(texts(input.policies().base().allowedOrigins())).containsExactly("https://www.example.com");
			assertThat(locations(input.policies().base().allowedOrigins()))
				.containsExactly("class path resource [binding/application-prod.yml] - 3:7");
			assertThat(input.policies().named()).extracting(CorsPolicyDefinition::name)
				.containsExactly("admin", "open");
			CorsPolicyDefinition admin = policy(input, "admin");
			assertThat(admin.preflightStatus()).isNotNull();
			assertThat(admin.preflightStatus().location())
				.hasToString("class path resource [binding/application-prod.yml] - 6:25");
			assertThat(admin.allowCredentials()).isNotNull();
			assertThat(admin.allowCredentials().location())
				.hasToString("class path resource [binding/application.yml] - 9:26");
			assertThat(policy(input, "open").enabled()).isFalse();
			assertThat(input.deployment().production()).isTrue();
			assertThat(input.deployment().activeProfiles()).containsExactly("prod");
		}

		@Test
		void propertiesFileIsRead() {
			CorsPolicyDefinition base = read(load("legacy")).policies().base();
			assertThat(texts(base.allowedOriginRegexes()))
				.containsExactly("https://pr-\\d{1,5}\\.preview\\.example\\.com");
			assertThat(locations(base.allowedOriginRegexes()))
				.containsExactly("class path resource [binding/application-legacy.properties] - 2:32");
			assertThat(texts(base.allowedHeaders())).containsExactly("X-One", "X-Two");
		}

	}

	static class Empty {

	}

}
