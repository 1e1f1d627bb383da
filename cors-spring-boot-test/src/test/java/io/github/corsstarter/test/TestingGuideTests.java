package io.github.corsstarter.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.corsstarter.test.fetch.ReceivedResponse;
import io.github.corsstarter.test.fetch.ScriptedServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds {@code docs/testing.md} to what the browser says and the sample application does.
 */
class TestingGuideTests {

	private static final String ALLOW = "Access-Control-Allow-Origin: https://app.example.com";

	private static final String IN_PREFLIGHT = "Response to preflight request doesn't pass access control check: ";

	private static final Pattern SENTENCE = Pattern.compile("`([A-Z][^`]*\\.|net::[A-Z_]+)`");

	@Test
	void sentencesAreThoseOfTheBrowser() throws IOException {
		String guide = Files.readString(Path.of("..", "docs", "testing.md"));
		int start = guide.indexOf("### Chromium's sentences");
		String sentences = guide.substring(start, guide.indexOf("A test makes", start));
		List<String> listed = SENTENCE.matcher(sentences).results().map((match) -> match.group(1)).toList();
		assertThat(new TreeSet<>(listed)).isEqualTo(new TreeSet<>(said())).hasSize(17);
	}

	@Test
	void exampleIsTheTestOfTheSampleApplication() throws IOException {
		String test = Files.readString(Path.of("..", "sample-app", "src", "test", "java", "io", "github", "corsstarter",
				"sample", "BookshopCorsTests.java"));
		assertThat(Files.readString(Path.of("..", "docs", "testing.md")))
			.contains("```java\n" + test.substring(test.indexOf("import ")) + "```\n");
	}

	private static List<String> said() {
		return Stream
			.of(get(ScriptedServer.answer(200)),
					get(ScriptedServer.answer(200, "Access-Control-Allow-Origin: https://a.example")),
					get(ScriptedServer.answer(200, "Access-Control-Allow-Origin: https://a.example, *")),
					get(ScriptedServer.answer(200, "Access-Control-Allow-Origin: a.example")),
					get(ScriptedServer.answer(200, "Access-Control-Allow-Origin: *")),
					get(ScriptedServer.answer(200, ALLOW)), delete(ScriptedServer.answer(403, ALLOW)),
					delete(ScriptedServer.answer(302, "Location: /")), delete(ScriptedServer.answer(200, ALLOW)),
					delete(ScriptedServer.answer(200, ALLOW, "Access-Control-Allow-Methods: DELETE")),
					delete(ScriptedServer.answer(200, ALLOW, "Access-Control-Allow-Methods: (")),
					delete(ScriptedServer.answer(200, ALLOW, "Access-Control-Allow-Headers: (")),
					redirect("http://user:password@a.example"), redirect("ftp://a.example"), redirect("data:,"),
					redirect("http://%"), redirect("/"))
			.map((sentence) -> sentence.replace(IN_PREFLIGHT, ""))
			.toList();
	}

	private static String get(ReceivedResponse answer) {
		return said(browser(answer).fetch("GET", "/").credentials());
	}

	private static String delete(ReceivedResponse answer) {
		return said(browser(answer).fetch("DELETE", "/").header("X-A", "1"));
	}

	private static String redirect(String location) {
		return said(browser(ScriptedServer.answer(302, ALLOW, "Location: " + location)).fetch("GET", "/"));
	}

	private static CorsBrowser browser(ReceivedResponse answer) {
		return CorsBrowser.at("https://app.example.com").using(ScriptedServer.mock((request) -> answer));
	}

	private static String said(CorsFetch fetch) {
		return String.valueOf(fetch.execute().blockedBecause());
	}

}
