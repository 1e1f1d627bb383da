package io.github.corsstarter.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param path its path from the root of the project
 */
public record Page(String path) {

	private static final Path ROOT = root();

	private static final Pattern FENCE = Pattern.compile("(?m)^( *)```(\\w*)\n(.*?)^ *```$", Pattern.DOTALL);

	private static Path root() {
		Path folder = Path.of("").toAbsolutePath();
		while (!Files.isDirectory(folder.resolve(".mvn"))) {
			folder = Objects.requireNonNull(folder.getParent(), "outside of the project");
		}
		return folder;
	}

	/**
	 * Return the pages that people read.
	 * @return every page, the conformance table's and the sample's included
	 */
	public static Stream<Page> all() {
		Stream<Page> others = Stream
			.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "sample-app/README.md",
					"src/load/README.md", "tests/test-support/src/main/resources/conformance/README.md")
			.map(Page::new);
		try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
			return Stream.concat(others,
					docs.map((file) -> "docs/" + file.getFileName())
						.filter((name) -> name.endsWith(".md"))
						.sorted()
						.toList()
						.stream()
						.map(Page::new));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the file.
	 * @return its path, whatever the working directory is
	 */
	public Path file() {
		return ROOT.resolve(this.path);
	}

	/**
	 * Return what is written there.
	 * @return the whole text
	 */
	public String text() {
		try {
			return Files.readString(file());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return what is written there besides the examples.
	 * @return the text without what is fenced
	 */
	public String prose() {
		return FENCE.matcher(text()).replaceAll("");
	}

	/**
	 * Return the fenced examples.
	 * @param languages the languages of those that are wanted
	 * @return the examples, from top to bottom
	 */
	public List<Example> examples(String... languages) {
		String text = text();
		return FENCE.matcher(text)
			.results()
			.filter((fence) -> List.of(languages).contains(fence.group(2)))
			.map((fence) -> new Example(this, (int) text.substring(0, fence.start()).lines().count() + 1,
					fence.group(2), fence.group(3).replaceAll("(?m)^" + fence.group(1), "")))
			.toList();
	}

	/**
	 * Return every match of an expression.
	 * @param expression what to look for
	 * @return the matches in the whole text
	 */
	public Stream<String> find(Pattern expression) {
		return expression.matcher(text()).results().map(MatchResult::group);
	}

	@Override
	public String toString() {
		return this.path;
	}

}
