package io.github.corsstarter.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.JudgedSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the documentation knows every kind of other CORS configuration, and every
 * effect that it can have.
 */
class SourcesDocumentationTests {

	private static final List<String> KINDS = Arrays.stream(CorsSource.Kind.values())
		.map(CorsSource.Kind::toString)
		.toList();

	private static final List<String> EFFECTS = Arrays.stream(JudgedSource.Effect.values())
		.map(JudgedSource.Effect::toString)
		.toList();

	private static List<String> words(String text) {
		return Pattern.compile("`([^`]+)`").matcher(text).results().map((word) -> word.group(1)).toList();
	}

	private static String find(String page, String pattern) throws IOException {
		MatchResult found = Pattern.compile(pattern, Pattern.DOTALL)
			.matcher(Files.readString(Path.of("..", "docs", page)))
			.results()
			.findFirst()
			.orElseThrow();
		return found.group(1);
	}

	@Test
	void endpointListsEveryKindAndEffect() throws IOException {
		assertThat(words(find("endpoint.md", "\n\\| `kind` \\| ([^|]*) \\|\n"))).containsExactlyElementsOf(KINDS);
		assertThat(words(find("endpoint.md", "\n\\| `effect` \\| ([^|]*) \\|\n")))
			.containsExactlyInAnyOrderElementsOf(EFFECTS);
	}

	@Test
	void everyKindAndEffectIsExplained() throws IOException {
		List<String> kinds = find("other-cors-configuration.md", "\n## Each kind\n\n(.*?)\n\n").lines()
			.skip(2)
			.map((row) -> row.split(" \\| ")[2])
			.distinct()
			.toList();
		assertThat(kinds).last().isEqualTo("not listed");
		assertThat(kinds.subList(0, kinds.size() - 1))
			.containsExactlyInAnyOrderElementsOf(KINDS.stream().map((kind) -> "`" + kind + "`").toList());
		assertThat(find("other-cors-configuration.md", "\n\\| effect \\| meaning \\|\n\\|[-|]+\\|\n(.*?)\n\n").lines()
			.map((row) -> words(row).get(0))).containsExactlyInAnyOrderElementsOf(EFFECTS);
	}

}
