package io.github.corsstarter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.documentation.Example;
import io.github.corsstarter.documentation.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.env.EnumerablePropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every key below {@code cors} that is named anywhere is one, and every key has its row
 * in the documentation.
 */
class DocumentedKeysTests {

	private static final Pattern KEY = Pattern.compile("(?<![\\w./-])cors(?:\\.[a-z][a-z0-9-]*)++(?![A-Z(])");

	private static final Pattern VARIABLE = Pattern.compile("\\bCORS_[A-Z0-9_]+\\b");

	private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|.*?\\| ([^|]*) \\|[^|]*\\|$");

	/**
	 * Names of meters, of the keys of observations, of what tests and releases read, and
	 * of files.
	 */
	private static final Pattern NO_KEY = Pattern.compile("cors\\.(requests|reloads|reload\\.refused|policy\\.revision"
			+ "|report|source\\.(origins|age|loads)|policy|outcome|reason|type|approve|test\\.(rounds|seed)"
			+ "|json|yml|yaml)");

	/**
	 * What the page of the rules has for show.
	 */
	private static final Set<String> WRONG = Set.of("cors.allowed-origin", "cors.max-age.seconds",
			"cors.policies.admin", "cors.policies.base.paths", "cors.validation.rules.localhost-origins",
			"cors.validation.waivers.reson");

	static Stream<Page> texts() {
		Stream<Page> sources = Stream
			.of("cors-core", "cors-spring-boot-autoconfigure", "cors-spring-boot-test", "sample-app")
			.flatMap((module) -> files(module + "/src/main"));
		return Stream.concat(Page.all(), Stream.concat(sources, files("docs/operations")));
	}

	private static Stream<Page> files(String folder) {
		try (Stream<Path> files = Files.walk(new Page(folder).file())) {
			return files.filter((file) -> file.toString().matches(".*\\.(java|js|html|json|ya?ml|properties)"))
				.filter((file) -> !file.getFileName().toString().startsWith("additional-spring-configuration"))
				.map((file) -> new Page(
						folder + "/" + new Page(folder).file().relativize(file).toString().replace('\\', '/')))
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Stream<Example> configurations() {
		return Page.all().flatMap((page) -> page.examples("yaml", "properties").stream());
	}

	@Test
	void keysAreNamedAsTheyAre() {
		List<String> wrong = texts().flatMap((text) -> wrongKeys(text).map((key) -> key + " in " + text)).toList();
		assertThat(wrong).isEmpty();
	}

	private static Stream<String> wrongKeys(Page text) {
		return text.find(KEY)
			.filter((key) -> !NO_KEY.matcher(key).matches() && !ConfigurationKeys.exists(key))
			.filter((key) -> !(text.path().equals("docs/rules.md") && WRONG.contains(key)));
	}

	@Test
	void variablesAreNamedAsTheyAre() {
		List<String> wrong = Page.all()
			.flatMap((text) -> text.find(VARIABLE)
				.filter((variable) -> !ConfigurationKeys.isVariable(variable))
				.map((variable) -> variable + " in " + text))
			.toList();
		assertThat(wrong).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("configurations")
	void examplesHaveKeysThatAreRead(Example example) throws Exception {
		assertThat(DocumentationTests.environment(example)
			.getPropertySources()
			.stream()
			.flatMap((source) -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
			.filter((name) -> name.startsWith("cors."))
			.map((name) -> name.replaceAll("\\[\\d+]", ""))
			.filter((name) -> !ConfigurationKeys.exists(name)))
			.isSubsetOf(example.page().path().equals("docs/rules.md") ? WRONG : Set.of());
	}

	@Test
	void everyKeyHasItsRow() {
		assertThat(rows("One policy").keySet()).containsExactlyInAnyOrderElementsOf(ConfigurationKeys.ofPolicies());
		assertThat(rows("Origin sources").keySet())
			.containsExactlyInAnyOrderElementsOf(ConfigurationKeys.ofOriginSources());
		Set<String> others = rows("Everything else").keySet()
			.stream()
			.map((key) -> key.replaceAll("\\.?(<.*|\\[n].*)$", ""))
			.collect(Collectors.toSet());
		assertThat(others).allMatch(ConfigurationKeys::exists);
		assertThat(ConfigurationKeys.all().keySet()).allMatch((key) -> others.contains(key)
				|| key.equals("cors.origin-sources") || ConfigurationKeys.ofPolicies().contains(key.substring(5)));
	}

	@Test
	void everyRowHasTheDefault() {
		rows("One policy").forEach((key, shown) -> {
			if (!key.equals("enabled")) {
				assertDefault(shown, ConfigurationKeys.all().get("cors." + key));
			}
		});
		rows("Everything else").forEach((key, shown) -> {
			if (ConfigurationKeys.all().containsKey(key)) {
				assertDefault(shown, ConfigurationKeys.all().get(key));
			}
		});
	}

	private static void assertDefault(String shown, @Nullable Object value) {
		if (value instanceof List<?> values && !values.isEmpty()) {
			assertThat(shown).startsWith("`" + values.stream().map(String::valueOf).collect(Collectors.joining(", ")));
		}
		else if (value == null || value instanceof List) {
			assertThat(shown).isIn("unset", "none", "by rule");
		}
		else {
			assertThat(shown).startsWith("`" + value + "`");
		}
	}

	/**
	 * Return the keys of the tables of a section, with their defaults.
	 */
	private static Map<String, String> rows(String section) {
		String text = new Page("docs/properties.md").text().split("\n## " + section + "\n")[1].split("\n## ")[0];
		return ROW.matcher(text)
			.results()
			.collect(Collectors.toMap((row) -> row.group(1), (MatchResult row) -> row.group(2)));
	}

	@Test
	void wrongWordsAreFound() {
		assertThat(ConfigurationKeys.exists("cors.allowed-origin")).isFalse();
		assertThat(ConfigurationKeys.exists("cors.policies.admin.allow-origins")).isFalse();
		assertThat(ConfigurationKeys.exists("cors.policies.admin.allowed-origins[0]")).isTrue();
		assertThat(ConfigurationKeys.exists("cors.validation.rules.localhost-origins")).isFalse();
		assertThat(ConfigurationKeys.exists("cors.validation.rules.invalid-path")).isFalse();
		assertThat(ConfigurationKeys.exists("cors.validation.waivers[0].reson")).isFalse();
		assertThat(ConfigurationKeys.exists("cors.origin-sources.customers.tenants")).isFalse();
		assertThat(ConfigurationKeys.exists("cors.reload.watch")).isFalse();
		assertThat(ConfigurationKeys.isVariable("CORS_ALLOWED_ORIGIN")).isFalse();
		assertThat(ConfigurationKeys.isVariable("CORS_POLICIES_ADMIN_ALLOWCREDENTIAL")).isFalse();
		assertThat(ConfigurationKeys.isVariable("CORS_VALIDATION_RULES_LOCALHOSTORIGIN")).isTrue();
	}

}
