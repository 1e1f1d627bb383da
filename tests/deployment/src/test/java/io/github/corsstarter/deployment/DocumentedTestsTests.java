package io.github.corsstarter.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every test that the documentation names is there, in a module that is built.
 */
class DocumentedTestsTests {

	private static final Path ROOT = Path.of("..", "..");

	private static final Path PAGE = ROOT.resolve("docs/deployment.md");

	private static final Pattern TEST_CLASS = Pattern.compile("`(\\w+(?:Tests|IT))`");

	private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

	/**
	 * How test classes are called.
	 */
	private static final Set<String> EXAMPLES = Set.of("FooTests", "FooIT");

	@Test
	void everyTestClassThatIsNamedExists() throws IOException {
		Set<String> existing = existing();
		assertThat(named(pages())).hasSizeGreaterThan(10).isSubsetOf(existing);
	}

	@Test
	void everyRowOfTheMatrixNamesTestsByLettersThatAreExplained() throws IOException {
		String text = Files.readString(PAGE);
		Set<String> used = rows(text).map((row) -> row.get(row.size() - 1))
			.flatMap((letters) -> Stream.of(letters.split(", ")))
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> explained = Pattern.compile("^\\* ([A-Z]+): .*`\\w+(?:Tests|IT)`", Pattern.MULTILINE)
			.matcher(text)
			.results()
			.map((letter) -> letter.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(used).hasSizeGreaterThan(4).isEqualTo(explained);
	}

	@Test
	void everyCellOfTheMatrixSaysWhetherItIsTested() throws IOException {
		assertThat(rows(Files.readString(PAGE))).hasSizeGreaterThan(20)
			.allSatisfy((row) -> assertThat(row.subList(1, row.size() - 1)).hasSize(6)
				.allMatch((cell) -> cell.matches("([✓✗]( [¹²³⁴⁵⁶⁷⁸⁹])*|–)?")));
	}

	private static Stream<List<String>> rows(String text) {
		String table = text.substring(text.indexOf("| situation |"));
		return table.substring(0, table.indexOf("\n\n"))
			.lines()
			.skip(2)
			.map((line) -> Arrays.asList(line.substring(2, line.length() - 2).split("\\s*\\|\\s?")));
	}

	private static List<Path> pages() throws IOException {
		List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md"),
				ROOT.resolve("sample-app/README.md")));
		try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
			docs.filter((file) -> file.toString().endsWith(".md")).forEach(pages::add);
		}
		return pages;
	}

	private static Set<String> named(List<Path> pages) throws IOException {
		Set<String> named = new TreeSet<>();
		for (Path page : pages) {
			TEST_CLASS.matcher(Files.readString(page)).results().map((found) -> found.group(1)).forEach(named::add);
		}
		named.removeAll(EXAMPLES);
		return named;
	}

	private static Set<String> existing() throws IOException {
		Set<String> existing = new TreeSet<>();
		addExisting(ROOT, existing);
		return existing;
	}

	private static void addExisting(Path module, Set<String> existing) throws IOException {
		for (String sources : List.of("src/main/java", "src/test/java")) {
			if (Files.isDirectory(module.resolve(sources))) {
				try (Stream<Path> files = Files.walk(module.resolve(sources))) {
					files.map((file) -> file.getFileName().toString())
						.filter((name) -> name.endsWith(".java"))
						.forEach((name) -> existing.add(name.substring(0, name.length() - ".java".length())));
				}
			}
		}
		Matcher child = MODULE.matcher(Files.readString(module.resolve("pom.xml")));
		while (child.find()) {
			addExisting(module.resolve(child.group(1)), existing);
		}
	}

}
