package io.github.corsstarter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.corsstarter.policy.CrossSiteForms;
import io.github.corsstarter.validation.report.RuleId;
import org.jspecify.annotations.Nullable;
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

	/**
	 * Every key and its default, {@code null} where a key is unset by default.
	 */
	private static Map<String, @Nullable Object> keys() {
		Map<String, @Nullable Object> keys = new LinkedHashMap<>();
		keys.put("cors.enabled", true);
		keys.put("cors.paths", List.of("/**"));
		keys.put("cors.allowed-origins", null);
		keys.put("cors.allowed-origin-patterns", null);
		keys.put("cors.allowed-origin-regexes", null);
		keys.put("cors.allowed-methods", List.of("GET", "HEAD", "POST"));
		keys.put("cors.allowed-headers", List.of("*"));
		keys.put("cors.exposed-headers", List.of());
		keys.put("cors.allow-credentials", false);
		keys.put("cors.max-age", "30m");
		keys.put("cors.preflight-status", 200);
		keys.put("cors.timing-allow-origin", false);
		keys.put("cors.cross-site-forms", "allow");
		keys.put("cors.enforcement", "enforce");
		keys.put("cors.policies", null);
		keys.put("cors.production.profiles", List.of("prod", "production", "prd", "live"));
		keys.put("cors.validation.rules", null);
		keys.put("cors.validation.waivers", null);
		keys.put("cors.explain-rejections", false);
		keys.put("cors.filter.order", -2147483628);
		return keys;
	}

	private static Stream<Map<String, Object>> properties() {
		return entries("properties").filter((property) -> name(property).startsWith("cors."));
	}

	@Test
	void everyKeyIsThere() {
		assertThat(properties()).extracting(ConfigurationMetadataTests::name)
			.containsExactlyInAnyOrderElementsOf(keys().keySet());
	}

	@ParameterizedTest
	@MethodSource("properties")
	void everyKeyHasItsDefault(Map<String, Object> property) {
		assertThat(property.get("defaultValue")).isEqualTo(keys().get(name(property)));
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
			.allSatisfy((name) -> assertThat(keys()).containsKey(name.replaceFirst("\\.(keys|values)$", "")));
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
