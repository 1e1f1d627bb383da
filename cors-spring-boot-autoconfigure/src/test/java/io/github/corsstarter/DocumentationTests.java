package io.github.corsstarter;

import java.io.StringReader;
import java.io.Writer;
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

import javax.xml.parsers.DocumentBuilderFactory;

import io.github.corsstarter.autoconfigure.TestEnvironment;
import io.github.corsstarter.config.CorsPropertiesReader;
import io.github.corsstarter.documentation.Example;
import io.github.corsstarter.documentation.Page;
import io.github.corsstarter.validation.PolicyValidator;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Violation;
import io.github.corsstarter.web.PathPatternSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No sentence of the documentation is wrong as far as that can be told: links resolve,
 * and examples are what they are fenced as. Those in Java are compiled by a test of the
 * deployments.
 */
class DocumentationTests {

	private static final String AUTO = "cors-spring-boot-autoconfigure/src/test/java/io/github/corsstarter/";

	private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

	private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

	private static final Pattern COORDINATES = Pattern.compile("io\\.github\\.corsstarter:([\\w-]+):([\\w.-]+)");

	private static final Pattern REVISION = Pattern.compile("<revision>(.+)-SNAPSHOT</revision>");

	private static final Pattern VIEW = Pattern.compile("/actuator/cors/([a-z-]+)");

	private static final Set<String> LANGUAGES = Set.of("groovy", "http", "java", "json", "kotlin", "nginx",
			"properties", "shell", "text", "xml", "yaml");

	/**
	 * The tests that read what is shown as text, which no language tells how to check.
	 */
	private static final Map<String, Set<String>> READERS = Map.of("README.md",
			Set.of(AUTO + "autoconfigure/ReadmeTests"), "docs/command-line.md",
			Set.of(AUTO + "jarmode/CommandLineTests"), "docs/endpoint.md",
			Set.of(AUTO + "autoconfigure/CorsEndpointApplicationTests"), "docs/operations.md",
			Set.of(AUTO + "web/CorsRejectionLogTests"), "docs/other-cors-configuration.md",
			Set.of(AUTO + "inspect/servlet/UnsafeSourceTests"), "docs/reload.md",
			Set.of(AUTO + "reload/DocumentedAnswersTests"), "docs/rules.md",
			Set.of(AUTO + "autoconfigure/DocumentedExamplesTests"), "docs/snapshots.md",
			Set.of(AUTO + "jarmode/CommandLineTests"), "docs/testing.md",
			Set.of("cors-spring-boot-test/src/test/java/io/github/corsstarter/test/ConfiguredCorsAssertTests",
					"cors-spring-boot-test/src/test/java/io/github/corsstarter/test/CorsAccessAssertTests",
					"cors-spring-boot-test/src/test/java/io/github/corsstarter/test/CorsResultAssertTests"),
			"docs/troubleshooting.md",
			Set.of("sample-app/src/test/java/io/github/corsstarter/sample/TroubleshootingGuideTests"));

	private static final Set<String> VIEWS = Set.of("explain", "rejections", "refused-origins", "snapshot", "report",
			"migration");

	private static final Set<String> COMMANDS = Set.of("check", "show", "explain", "snapshot", "diff", "help");

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	static Stream<Page> pages() {
		return Page.all();
	}

	static Stream<Example> yaml() {
		return examples("yaml", "properties");
	}

	static Stream<Example> json() {
		return examples("json");
	}

	static Stream<Example> xml() {
		return examples("xml");
	}

	static Stream<Example> shell() {
		return examples("shell");
	}

	static Stream<Example> gradle() {
		return examples("kotlin", "groovy");
	}

	private static Stream<Example> examples(String... languages) {
		return Page.all().flatMap((page) -> page.examples(languages).stream());
	}

	@ParameterizedTest
	@MethodSource("pages")
	void linksResolve(Page page) {
		List<String> broken = new ArrayList<>();
		LINK.matcher(page.prose()).results().map((link) -> link.group(1)).forEach((target) -> {
			if (!target.matches("[a-z]+:.*") && !resolves(page.file(), target)) {
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
	private static Set<String> anchors(Path file) {
		Page page = pages().filter((candidate) -> candidate.file().equals(file)).findFirst().orElseThrow();
		Map<String, Integer> seen = new HashMap<>();
		List<String> anchors = new ArrayList<>();
		HEADING.matcher(page.prose()).results().forEach((heading) -> {
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
	void everyLanguageHasItsTest(Page page) {
		assertThat(Pattern.compile("(?m)^ *```(\\w+)$").matcher(page.text()).results().map((fence) -> fence.group(1)))
			.isSubsetOf(LANGUAGES);
		assertThat(Pattern.compile("(?m)^ *```").matcher(page.text()).results().count())
			.isEqualTo(2 * page.examples(LANGUAGES.toArray(String[]::new)).size());
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyTextHasItsTest(Page page) {
		Set<String> readers = READERS.getOrDefault(page.path(), Set.of());
		assertThat(page.examples("text", "http").isEmpty()).isEqualTo(readers.isEmpty());
		String name = page.file().getFileName().toString();
		assertThat(readers).allSatisfy((reader) -> assertThat(new Page(reader + ".java").text()).contains(name));
	}

	/**
	 * What breaks a rule for show stands on the page of the rules, and has a test of its
	 * own.
	 */
	@ParameterizedTest
	@MethodSource("yaml")
	void configurationBreaksNoConfigurationRule(Example example) throws Exception {
		TestEnvironment environment = environment(example);
		List<Violation> violations = new PolicyValidator(new PathPatternSyntax())
			.validate(new CorsPropertiesReader(environment).read().input())
			.violations();
		if (!example.page().path().equals("docs/rules.md")) {
			assertThat(violations).noneMatch((violation) -> violation.rule().kind() == RuleId.Kind.CONFIGURATION
					|| violation.rule() == RuleId.UNKNOWN_PROPERTY);
		}
	}

	static TestEnvironment environment(Example example) throws Exception {
		TestEnvironment environment = new TestEnvironment();
		if (example.language().equals("yaml")) {
			return environment.yaml(example.text());
		}
		Properties properties = new Properties();
		properties.load(new StringReader(example.text()));
		assertThat(properties).isNotEmpty();
		return environment.properties(example.text());
	}

	@ParameterizedTest
	@MethodSource("json")
	void jsonIsJson(Example example) {
		String text = example.text().strip();
		assertThat(JSON.readTree(text.startsWith("\"") ? "{" + text + "}" : text)).isNotEmpty();
	}

	@ParameterizedTest
	@MethodSource("xml")
	void dependenciesAreThoseThatArePublished(Example example) throws Exception {
		Document document = DocumentBuilderFactory.newDefaultInstance()
			.newDocumentBuilder()
			.parse(new InputSource(new StringReader(example.text())));
		assertThat(document.getElementsByTagName("groupId").item(0).getTextContent())
			.isEqualTo("io.github.corsstarter");
		assertPublished(document.getElementsByTagName("artifactId").item(0).getTextContent(),
				document.getElementsByTagName("version").item(0).getTextContent());
	}

	@ParameterizedTest
	@MethodSource("gradle")
	void kotlinAndGroovyNameWhatThereIs(Example example) throws Exception {
		String text = example.text();
		for (MatchResult dependency : COORDINATES.matcher(text).results().toList()) {
			assertPublished(dependency.group(1), dependency.group(2));
		}
		for (MatchResult imported : Pattern.compile("(?m)^import (io\\.github\\.corsstarter\\.[\\w.]+)$")
			.matcher(text)
			.results()
			.toList()) {
			assertThat(source(imported.group(1))).as(imported.group(1)).isTrue();
		}
		assertThat(text.replaceAll("[^(]", "")).hasSameSizeAs(text.replaceAll("[^)]", ""));
		assertThat(text.replaceAll("[^{]", "")).hasSameSizeAs(text.replaceAll("[^}]", ""));
	}

	private static void assertPublished(String artifact, String version) {
		assertThat(new Page(artifact + "/pom.xml").text()).contains("<artifactId>" + artifact + "</artifactId>");
		assertThat(artifact).startsWith("cors-");
		MatchResult revision = REVISION.matcher(new Page("pom.xml").text()).results().findFirst().orElseThrow();
		assertThat(version).isEqualTo(revision.group(1));
	}

	/**
	 * Return whether a class has a source, or a static member a class.
	 */
	private static boolean source(String name) {
		String path = "/src/main/java/" + name.replace('.', '/');
		return Stream.of("cors-core", "cors-spring-boot-autoconfigure", "cors-spring-boot-test")
			.flatMap((module) -> Stream.of(path, path.replaceAll("/[a-z]\\w*$", "")).map((file) -> module + file))
			.anyMatch((file) -> Files.exists(new Page(file + ".java").file()));
	}

	@ParameterizedTest
	@MethodSource("shell")
	void commandsAreWrittenCorrectlyAndCallWhatThereIs(Example example) throws Exception {
		Process bash = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
		try (Writer script = bash.outputWriter()) {
			script.write(example.text());
		}
		assertThat(bash.inputReader().lines()).isEmpty();
		assertThat(bash.waitFor()).isZero();
		for (String command : example.text().replace("\\\n", " ").lines().toList()) {
			assertThat(isCalled(command)).as(command).isTrue();
		}
	}

	private static boolean isCalled(String command) {
		String[] words = command.strip().replaceFirst("^time ", "").split("\\s+");
		return switch (words[0]) {
			case "curl" -> VIEW.matcher(command).results().map((view) -> view.group(1)).allMatch(VIEWS::contains);
			case "java" -> COMMANDS.contains(words[4]);
			case "gh" -> words[1].equals("attestation");
			default -> {
				int modules = List.of(words).indexOf("-pl");
				yield Files.isExecutable(new Page(words[0]).file())
						&& (modules < 0 || Stream.of(words[modules + 1].split(","))
							.allMatch((module) -> Files.exists(new Page(module + "/pom.xml").file())));
			}
		};
	}

	@ParameterizedTest
	@MethodSource("pages")
	void viewsOfTheEndpointExist(Page page) {
		assertThat(VIEW.matcher(page.text()).results().map((view) -> view.group(1))).isSubsetOf(VIEWS);
	}

	@Test
	void wrongWordsAreFound() {
		Path readme = new Page("README.md").file();
		assertThat(resolves(readme, "docs/propertys.md")).isFalse();
		assertThat(resolves(readme, "docs/properties.md#pahts")).isFalse();
		assertThat(resolves(readme, "docs/properties.md#paths")).isTrue();
		assertThat(isCalled("release/bundel 0.1.0")).isFalse();
		assertThat(isCalled("./mvnw -pl sample verify")).isFalse();
		assertThat(isCalled("java -Djarmode=cors -jar app.jar chekc")).isFalse();
		assertThat(isCalled("curl -s http://localhost:8080/actuator/cors/explian")).isFalse();
		assertThat(source("io.github.corsstarter.test.ConfiguredCor")).isFalse();
	}

}
