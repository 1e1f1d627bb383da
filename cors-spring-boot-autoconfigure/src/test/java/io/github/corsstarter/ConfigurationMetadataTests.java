package io.github.corsstarter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.autoconfigure.TestEnvironment;
import io.github.corsstarter.config.CorsPropertiesReader;
import io.github.corsstarter.config.FrozenKeys;
import io.github.corsstarter.source.OriginSource;
import io.github.corsstarter.validation.PolicyValidator;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.web.PathPatternSyntax;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.configurationmetadata.ConfigurationMetadataProperty;
import org.springframework.boot.configurationmetadata.ConfigurationMetadataRepositoryJsonBuilder;
import org.springframework.boot.configurationmetadata.Hints;
import org.springframework.boot.configurationmetadata.ValueHint;
import org.springframework.boot.configurationmetadata.ValueProvider;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an editor tells somebody who writes a configuration file.
 */
class ConfigurationMetadataTests {

	private static final Pattern MAP_OR_LIST = Pattern
		.compile("java\\.util\\.(?:Map<java\\.lang\\.String,|List<)(.+)>");

	/**
	 * What lets an editor complete more than the values that are hinted, or accept them.
	 */
	private static final Set<String> PROVIDERS = Set.of("any", "class-reference", "handle-as", "logger-name",
			"spring-bean-reference", "spring-profile-name");

	private static final Map<String, ConfigurationMetadataProperty> METADATA = load();

	private static Stream<ConfigurationMetadataProperty> properties() {
		return METADATA.values().stream().filter((property) -> property.getId().startsWith("cors."));
	}

	private static ConfigurationMetadataProperty property(String key) {
		return Objects.requireNonNull(METADATA.get(key), key);
	}

	@Test
	void everyKeyIsThere() {
		assertThat(properties()).extracting(ConfigurationMetadataProperty::getId)
			.containsExactlyInAnyOrderElementsOf(ConfigurationKeys.all().keySet());
	}

	@ParameterizedTest
	@MethodSource("properties")
	void everyKeyHasItsDefault(ConfigurationMetadataProperty property) {
		Object expected = ConfigurationKeys.all().get(property.getId());
		assertThat(property.getDefaultValue())
			.isEqualTo((expected instanceof List<?> values) ? values.toArray() : expected);
	}

	@ParameterizedTest
	@MethodSource("properties")
	void everyKeyIsDescribedAsSpringBootDescribesKeys(ConfigurationMetadataProperty property) {
		assertThat(property.getDescription()).endsWith(".")
			.doesNotStartWith("The ")
			.doesNotStartWith("A ")
			.doesNotContain("{@", "<");
		if (property.getType().equals("java.lang.Boolean")) {
			assertThat(property.getDescription()).startsWith("Whether ");
		}
	}

	/**
	 * An editor drops a hint of a key that it does not know.
	 */
	@Test
	void everyHintIsFoundByItsKey() {
		long found = METADATA.values()
			.stream()
			.map(ConfigurationMetadataProperty::getHints)
			.flatMap((hints) -> Stream.of(
					Stream.of(hints.getKeyHints(), hints.getKeyProviders()).anyMatch((list) -> !list.isEmpty()),
					Stream.of(hints.getValueHints(), hints.getValueProviders()).anyMatch((list) -> !list.isEmpty())))
			.filter(Boolean::booleanValue)
			.count();
		assertThat(json().get("hints")).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize((int) found);
	}

	/**
	 * The keys below a policy's name are those that an editor finds in the type of the
	 * map's values, and each has the type of the base policy's key.
	 */
	@Test
	void keysOfANamedPolicyAreThoseOfTheBasePolicy() {
		Map<String, String> types = keysBelow("cors.policies");
		assertThat(types.keySet()).isEqualTo(ConfigurationKeys.ofPolicies());
		assertThat(types).allSatisfy((key, type) -> assertThat(type).isEqualTo(property("cors." + key).getType()));
	}

	@Test
	void keysOfAnOriginSourceAreThoseThatAreRead() {
		assertThat(keysBelow("cors.origin-sources").keySet()).isEqualTo(ConfigurationKeys.ofOriginSources());
	}

	@Test
	void keysOfAWaiverAreThoseThatAreRead() {
		assertThat(keysBelow("cors.validation.waivers").keySet())
			.allMatch((key) -> ConfigurationKeys.exists("cors.validation.waivers[0]." + key))
			.hasSize(5);
	}

	/**
	 * A key that the rule does not know would be taken for a spelling mistake in another.
	 */
	@ParameterizedTest
	@MethodSource("writtenKeys")
	void everyKeyIsKnownToTheRuleAboutUnknownKeys(String key, String type) {
		if (type.startsWith("java.util.List<")) {
			assertThat(unknownKeys(key + "[0]")).isEmpty();
		}
		else {
			assertThat(unknownKeys(key)).isEmpty();
			assertThat(unknownKeys(key + "[0]")).containsExactly(key + "[0]");
		}
	}

	private static Stream<Arguments> writtenKeys() {
		Stream<Arguments> plain = properties()
			.filter((property) -> !property.getType().startsWith("java.util.Map<")
					&& !property.getId().equals("cors.validation.waivers"))
			.map((property) -> Arguments.of(property.getId(), property.getType()));
		return Stream.of(plain, below("cors.policies"), below("cors.origin-sources")).flatMap((keys) -> keys);
	}

	private static Stream<Arguments> below(String map) {
		return keysBelow(map).entrySet()
			.stream()
			.map((key) -> Arguments.of(map + ".shop." + key.getKey(), key.getValue()));
	}

	private static List<String> unknownKeys(String written) {
		TestEnvironment environment = new TestEnvironment().properties(written + "=any");
		return new PolicyValidator(new PathPatternSyntax())
			.validate(new CorsPropertiesReader(environment).read().input())
			.violations()
			.stream()
			.filter((violation) -> violation.rule() == RuleId.UNKNOWN_PROPERTY)
			.map((violation) -> String.valueOf(violation.property()))
			.toList();
	}

	/**
	 * Policies change at run time, and nothing else does.
	 */
	@ParameterizedTest
	@MethodSource("properties")
	void keyIsThatOfTheStartUnlessItIsOfAPolicy(ConfigurationMetadataProperty property) throws IOException {
		String key = property.getId();
		boolean ofPolicy = key.equals("cors.policies")
				|| !key.equals("cors.enabled") && ConfigurationKeys.ofPolicies().contains(key.substring(5));
		assertThat(FrozenKeys.isFrozen(key)).isEqualTo(!ofPolicy);
		if (!ofPolicy) {
			String root = "`" + key.replaceFirst("(?<=^cors\\.[a-z-]{1,32})\\..*", "") + "`";
			assertThat(Files.readString(Path.of("..", "docs", "reload.md"))).contains(root);
		}
	}

	/**
	 * Return the keys below each element of a map or list, with their types.
	 */
	private static Map<String, String> keysBelow(String key) {
		Matcher element = MAP_OR_LIST.matcher(property(key).getType());
		assertThat(element.matches()).isTrue();
		RecordComponent[] components = ClassUtils.resolveClassName(element.group(1), null).getRecordComponents();
		return Arrays.stream(components)
			.collect(Collectors.toMap((component) -> DataObjectPropertyName.toDashedForm(component.getName()),
					ConfigurationMetadataTests::type));
	}

	private static String type(RecordComponent component) {
		return component.getType().isPrimitive() ? ClassUtils.resolvePrimitiveIfNecessary(component.getType()).getName()
				: component.getGenericType().getTypeName();
	}

	@Test
	void rulesThatCanBeAdjustedAreHinted() {
		Hints hints = property("cors.validation.rules").getHints();
		assertThat(hints.getKeyHints()).extracting(ValueHint::getValue)
			.containsExactlyInAnyOrderElementsOf(
					Arrays.stream(RuleId.values()).filter(RuleId::isAdjustable).map(RuleId::id).toList());
		assertThat(hints.getValueHints()).extracting(ValueHint::getValue).containsExactly("error", "warn", "off");
	}

	@Test
	void methodsAreHinted() {
		assertThat(values("cors.allowed-methods")).contains("*", "GET", "PATCH").doesNotContain("TRACE");
	}

	/**
	 * Below a policy's name, an editor has nothing but the constants of the type.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "cors.cross-site-forms", "cors.enforcement", "cors.log-rejections" })
	void wordsAreHintedAndAreTheConstantsOfTheirType(String key) {
		Object[] constants = ClassUtils.resolveClassName(property(key).getType(), null).getEnumConstants();
		assertThat(values(key)).containsExactlyElementsOf(Stream.of(constants).map(Object::toString).toList())
			.containsExactlyElementsOf(Stream.of(constants)
				.map((constant) -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
				.toList());
	}

	/**
	 * Each hinted value of a key that has one value can be written as it is hinted.
	 */
	@Test
	void hintedValuesBreakNoRuleOfTheirKey() {
		for (String key : List.of("cors.cross-site-forms", "cors.enforcement", "cors.log-rejections", "cors.max-age",
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

	/**
	 * Without a provider, an editor takes any value that is not hinted for a mistake.
	 */
	@ParameterizedTest
	@MethodSource("properties")
	void otherValuesThanThoseThatAreHintedAreAcceptedWhereTheyMayBeWritten(ConfigurationMetadataProperty property) {
		Hints hints = property.getHints();
		Class<?> type = ClassUtils.isPresent(property.getType(), null)
				? ClassUtils.resolveClassName(property.getType(), null) : Object.class;
		if (!hints.getValueHints().isEmpty() && !property.getId().equals("cors.validation.rules")) {
			assertThat(hints.getValueProviders()).extracting(ValueProvider::getName)
				.isEqualTo(type.isEnum() ? List.of() : List.of("any"));
		}
	}

	@Test
	void beansThatAreHintedHaveTypes() {
		List<ValueProvider> providers = properties().map(ConfigurationMetadataProperty::getHints)
			.flatMap((hints) -> Stream.concat(hints.getKeyProviders().stream(), hints.getValueProviders().stream()))
			.toList();
		assertThat(providers).extracting(ValueProvider::getName).isSubsetOf(PROVIDERS);
		assertThat(providers.stream().filter((provider) -> provider.getName().equals("spring-bean-reference")))
			.hasSize(2)
			.allSatisfy((provider) -> assertThat(provider.getParameters())
				.containsExactly(Map.entry("target", OriginSource.class.getName())));
		assertThat(property("cors.origin-source").getHints().getValueProviders()).hasSize(1);
		assertThat(property("cors.origin-sources").getHints().getKeyProviders()).hasSize(1);
	}

	@Test
	void autoConfigurationsAreListedWithTheirConditions() throws IOException {
		String conditions = Files.readString(classes().resolve("META-INF/spring-autoconfigure-metadata.properties"));
		String listed = Files
			.readString(classes().resolve("META-INF/spring/" + AutoConfiguration.class.getName() + ".imports"));
		assertThat(listed.lines()).isNotEmpty().allSatisfy((type) -> assertThat(conditions).contains(type + "="));
	}

	private static List<Object> values(String key) {
		return property(key).getHints().getValueHints().stream().map(ValueHint::getValue).toList();
	}

	private static Map<String, ConfigurationMetadataProperty> load() {
		try (InputStream metadata = Files.newInputStream(file())) {
			return ConfigurationMetadataRepositoryJsonBuilder.create(metadata).build().getAllProperties();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, Object> json() {
		try {
			return JsonParserFactory.getJsonParser().parseMap(Files.readString(file()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path file() {
		return classes().resolve("META-INF/spring-configuration-metadata.json");
	}

	private static Path classes() {
		return Path.of("target", "classes");
	}

}
