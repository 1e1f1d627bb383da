package io.github.corsstarter;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.corsstarter.autoconfigure.TestEnvironment;
import io.github.corsstarter.config.CorsPropertiesReader;
import io.github.corsstarter.validation.PolicyValidator;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Violation;
import io.github.corsstarter.web.PathPatternSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No sentence of the documentation is wrong as far as that can be told: links resolve,
 * examples are read, and keys exist.
 */
class DocumentationTests {

	private static final Path ROOT = Path.of("..");

	private static final Pattern FENCE = Pattern.compile("(?m)^```(\\w*)\n(.*?)^```", Pattern.DOTALL);

	private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

	private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

	private static final Pattern KEY = Pattern.compile("(?<![\\w./-])cors(?:\\.[a-z][a-z0-9-]*)++(?![A-Z(])");

	/**
	 * Names of meters, of the keys of observations and of what tests read, and file
	 * names.
	 */
	private static final Pattern NO_KEY = Pattern.compile("cors\\.(requests|reloads|reload\\.refused|policy\\.revision"
			+ "|report|source\\.(origins|age|loads)|policy|outcome|reason|type|approve|test\\.(rounds|seed)"
			+ "|json|yml|yaml)");

	static Stream<Path> pages() throws IOException {
		try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
			return Stream
				.concat(Stream.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md").map(ROOT::resolve),
						docs.filter((page) -> page.toString().endsWith(".md")).sorted())
				.toList()
				.stream();
		}
	}

	private static String text(Path page) {
		try {
			return Files.readString(page);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<MatchResult> fences(Path page, String... languages) {
		return FENCE.matcher(text(page))
			.results()
			.filter((fence) -> Set.of(languages).contains(fence.group(1)))
			.toList();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void linksResolve(Path page) {
		List<String> broken = new ArrayList<>();
		String prose = FENCE.matcher(text(page)).replaceAll("");
		LINK.matcher(prose).results().map((link) -> link.group(1)).forEach((target) -> {
			if (!target.matches("[a-z]+:.*") && !resolves(page, target)) {
				broken.add(target);
			}
		});
		assertThat(broken).isEmpty();
	}

	private static boolean resolves(Path page, String target) {
		int hash = target.indexOf('#');
		String file = (hash >= 0) ? target.substring(0, hash) : target;
		Path path = file.isEmpty() ? page : page.resolveSibling(file).normalize();
		return Files.exists(path) && (hash < 0 || anchors(path).contains(target.substring(hash + 1)));
	}

	/**
	 * Return the anchors that GitHub gives the headings of a page.
	 */
	private static Set<String> anchors(Path page) {
		Map<String, Integer> seen = new HashMap<>();
		List<String> anchors = new ArrayList<>();
		HEADING.matcher(FENCE.matcher(text(page)).replaceAll("")).results().forEach((heading) -> {
			String slug = heading.group(1)
				.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
				.toLowerCase(Locale.ROOT)
				.replaceAll("[^\\p{L}\\p{N} _-]", "")
				.replace(' ', '-');
			int count = seen.merge(slug, 1, Integer::sum);
			anchors.add((count > 1) ? slug + "-" + (count - 1) : slug);
		});
		return Set.copyOf(anchors);
	}

	@ParameterizedTest
	@MethodSource("pages")
	void examplesCanBeRead(Path page) throws IOException {
		for (MatchResult fence : fences(page, "yaml", "yml", "json")) {
			Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
			for (Object document : yaml.loadAll(fence.group(2))) {
				assertThat(document).as(fence.group(2)).isNotNull();
			}
		}
		for (MatchResult fence : fences(page, "properties")) {
			Properties properties = new Properties();
			properties.load(new StringReader(fence.group(2)));
			assertThat(properties).as(fence.group(2)).isNotEmpty();
		}
	}

	/**
	 * The page of the rules shows what is wrong; its examples have a test of their own.
	 */
	@ParameterizedTest
	@MethodSource("pages")
	void examplesBreakNoConfigurationRule(Path page) {
		if (page.endsWith("rules.md")) {
			return;
		}
		for (MatchResult fence : fences(page, "yaml", "properties")) {
			TestEnvironment environment = new TestEnvironment();
			List<Violation> violations = new PolicyValidator(new PathPatternSyntax())
				.validate(new CorsPropertiesReader("yaml".equals(fence.group(1)) ? environment.yaml(fence.group(2))
						: environment.properties(fence.group(2)))
					.read()
					.input())
				.violations();
			assertThat(violations).as(fence.group(2))
				.noneMatch((violation) -> violation.rule().kind() == RuleId.Kind.CONFIGURATION
						|| violation.rule() == RuleId.UNKNOWN_PROPERTY);
		}
	}

	@ParameterizedTest
	@MethodSource("pages")
	void keysExist(Path page) {
		if (page.endsWith("rules.md")) {
			return;
		}
		assertThat(KEY.matcher(text(page)).results().map(MatchResult::group).filter((key) -> !isKey(key))).isEmpty();
	}

	private static boolean isKey(String name) {
		String key = name.replaceFirst("^cors\\.policies\\.[^.]+\\.", "cors.");
		return NO_KEY.matcher(name).matches() || ConfigurationKeys.all()
			.keySet()
			.stream()
			.anyMatch((known) -> known.equals(key) || known.startsWith(key + ".")
					|| "cors.policies".equals(known) && key.startsWith(known + ".")
					|| known.startsWith("cors.validation.") && key.startsWith(known));
	}

	@Test
	void wrongWordsAreFound() {
		assertThat(isKey("cors.allowed-origin")).isFalse();
		assertThat(isKey("cors.policies.admin.allow-origins")).isFalse();
		assertThat(isKey("cors.policies.admin.allowed-origins")).isTrue();
		assertThat(resolves(ROOT.resolve("README.md"), "docs/propertys.md")).isFalse();
		assertThat(resolves(ROOT.resolve("README.md"), "docs/properties.md#pahts")).isFalse();
		assertThat(resolves(ROOT.resolve("README.md"), "docs/properties.md#paths")).isTrue();
	}

}
