package io.github.corsstarter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.corsstarter.autoconfigure.TestEnvironment;
import io.github.corsstarter.config.CorsPropertiesReader;
import io.github.corsstarter.policy.CrossSiteForms;
import io.github.corsstarter.policy.Enforcement;
import io.github.corsstarter.source.OriginSource;
import io.github.corsstarter.validation.PolicyValidator;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.web.LoggedRejections;
import io.github.corsstarter.web.PathPatternSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.json.JsonParserFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an editor tells somebody who writes a configuration file.
 */
class ConfigurationMetadataTests {

	private static final Map<String, Object> METADATA = load();

	private static Stream<Map<String, Object>> properties() {
		return entries("properties").filter((property) -> name(property).startsWith("cors."));
	}

	@Test
	void everyKeyIsThere() {
		assertThat(properties()).extracting(ConfigurationMetadataTests::name)
			.containsExactlyInAnyOrderElementsOf(ConfigurationKeys.all().keySet());
	}

	@ParameterizedTest
	@MethodSource("properties")
	void everyKeyHasItsDefault(Map<String, Object> property) {
		assertThat(property.get("defaultValue")).isEqualTo(ConfigurationKeys.all().get(name(property)));
	}

	@ParameterizedTest
	@MethodSource("properties")
	void everyKeyIsDescribedAsSpringBootDescribesKeys(Map<String, Object> property) {
		String description = value(property, "description").toString();
		assertThat(description).endsWith(".").doesNotStartWith("The ").doesNotStartWith("A ").doesNotContain("{@", "<");
		if (value(property, "type").equals("java.lang.Boolean")) {
			assertThat(description).startsWith("Whether ");
		}
	}

	@Test
	void everyHintBelongsToAKey() {
		assertThat(entries("hints")).extracting(ConfigurationMetadataTests::name)
			.allSatisfy((name) -> assertThat(ConfigurationKeys.all())
				.containsKey(name.replaceFirst("\\.(keys|values)$", "")));
	}

	@Test
	void rulesThatCanBeAdjustedAreHinted() {
		assertThat(values("cors.validation.rules.keys")).containsExactlyInAnyOrderElementsOf(
				Arrays.stream(RuleId.values()).filter(RuleId::isAdjustable).map(RuleId::id).toList());
		assertThat(values("cors.validation.rules.values")).containsExactly("error", "warn", "off");
	}

	@Test
	void methodsAreHinted() {
		assertThat(values("cors.allowed-methods")).contains("*", "GET", "PATCH").doesNotContain("TRACE");
	}

	@Test
	void wordsOfFormsAreHinted() {
		assertThat(values("cors.cross-site-forms"))
			.containsExactlyElementsOf(Arrays.stream(CrossSiteForms.values()).map(CrossSiteForms::toString).toList());
	}

	@Test
	void wordsOfEnforcementAreHinted() {
		assertThat(values("cors.enforcement"))
			.containsExactlyElementsOf(Arrays.stream(Enforcement.values()).map(Enforcement::toString).toList());
	}

	/**
	 * Each hinted value of a key that has one value can be written as it is hinted.
	 */
	@Test
	void hintedValuesBreakNoRuleOfTheirKey() {
		for (String key : List.of("cors.cross-site-forms", "cors.log-rejections", "cors.max-age",
				"cors.preflight-status", "cors.reload.interval")) {
			assertThat(values(key)).as(key).isNotEmpty().allSatisfy((value) -> {
				TestEnvironment environment = new TestEnvironment()
					.properties("cors.allowed-origins=https://app.example.com\n" + key + "=" + value);
				assertThat(new PolicyValidator(new PathPatternSyntax())
					.validate(new CorsPropertiesReader(environment).read().input())
					.violations())
					.noneMatch((violation) -> violation.rule().kind() == RuleId.Kind.CONFIGURATION
							|| violation.rule() == RuleId.UNKNOWN_PROPERTY);
			});
		}
	}

	@Test
	void beansThatAreHintedHaveTypes() {
		List<Object> targets = entries("hints").filter((hint) -> hint.containsKey("providers"))
			.flatMap((hint) -> ((List<?>) value(hint, "providers")).stream())
			.map((provider) -> ((Map<?, ?>) provider).get("parameters"))
			.filter(Objects::nonNull)
			.<Object>map((parameters) -> ((Map<?, ?>) parameters).get("target"))
			.toList();
		assertThat(targets).isNotEmpty()
			.allSatisfy((target) -> assertThat(target).isEqualTo(OriginSource.class.getName()));
	}

	@Test
	void wordsOfTheLogAreHinted() {
		assertThat(values("cors.log-rejections")).containsExactlyElementsOf(
				Arrays.stream(LoggedRejections.values()).map(LoggedRejections::toString).toList());
	}

	@Test
	void autoConfigurationsAreListedWithTheirConditions() throws IOException {
		String conditions = Files.readString(classes().resolve("META-INF/spring-autoconfigure-metadata.properties"));
		String listed = Files
			.readString(classes().resolve("META-INF/spring/" + AutoConfiguration.class.getName() + ".imports"));
		assertThat(listed.lines()).isNotEmpty().allSatisfy((type) -> assertThat(conditions).contains(type + "="));
	}

	private static List<Object> values(String hint) {
		return entries("hints").filter((entry) -> name(entry).equals(hint))
			.flatMap((entry) -> ((List<?>) value(entry, "values")).stream())
			.<Object>map((value) -> ((Map<?, ?>) value).get("value"))
			.toList();
	}

	private static String name(Map<String, Object> entry) {
		return value(entry, "name").toString();
	}

	@SuppressWarnings("unchecked")
	private static Stream<Map<String, Object>> entries(String kind) {
		return ((List<Map<String, Object>>) value(METADATA, kind)).stream();
	}

	private static Object value(Map<String, Object> entry, String key) {
		return Objects.requireNonNull(entry.get(key), key);
	}

	private static Map<String, Object> load() {
		try {
			return JsonParserFactory.getJsonParser()
				.parseMap(Files.readString(classes().resolve("META-INF/spring-configuration-metadata.json"),
						StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Path classes() {
		return Path.of("target", "classes");
	}

}
