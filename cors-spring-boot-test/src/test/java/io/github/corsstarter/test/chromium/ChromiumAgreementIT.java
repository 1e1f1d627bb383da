package io.github.corsstarter.test.chromium;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.github.corsstarter.test.CorsBrowser;
import io.github.corsstarter.test.CorsFetch;
import io.github.corsstarter.test.CorsResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.logging.LogType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Chromium and {@link CorsBrowser} make the same requests to the same server: both send
 * the same, read the same, and say the same of what they may not read.
 */
@ExtendWith(Chromium.class)
class ChromiumAgreementIT {

	private static final String CHROMIUM = "chromium";

	private static final String OWN = "own";

	private static final int RANDOM_CELLS = 150;

	private static final Pattern BLOCKED = Pattern.compile(
			"Access to fetch at '([^']*)' (?:\\(redirected from '([^']*)'\\) )?from origin '[^']*' has been blocked by "
					+ "CORS policy: (.*)",
			Pattern.DOTALL);

	private static final Pattern FAILED = Pattern.compile("(\\S+) - Failed to load resource: (net::\\S+)");

	private static final String FETCH = """
			const [cells, done] = arguments;
			const outcomes = new Array(cells.length);
			let next = 0;
			const work = async () => {
				while (next < cells.length) {
					const index = next++;
					const { url, method, headers, credentials, body } = cells[index];
					try {
						const list = new Headers();
						headers.forEach(([name, value]) => list.append(name, value));
						const options = { method, headers: list, credentials, body, cache: "no-store" };
						const response = await fetch(url, options);
						outcomes[index] = { status: response.status, headers: [...response.headers.keys()],
								body: await response.text() };
					}
					catch (error) {
						outcomes[index] = { error: String(error) };
					}
				}
			};
			Promise.all(Array.from({ length: 6 }, work)).then(() => done(outcomes));
			""";

	@Test
	void bothDoTheSame(WebDriver browser) {
		try (Pages pages = Pages.start(); CellServer server = server(pages)) {
			compare(browser, server, pages.origin(), pages.origin() + "/page");
		}
	}

	private static CellServer server(Pages pages) {
		return new CellServer(Cells.all(17, RANDOM_CELLS), pages.origin());
	}

	private static void compare(WebDriver browser, CellServer server, String page, String pageUrl) {
		List<Cell> cells = server.cells();
		assertThat(cells).hasSizeGreaterThan(200);
		List<Outcome> inChromium = inChromium(browser, server, pageUrl);
		CorsBrowser own = CorsBrowser.at(page).using(URI.create(server.origin("127.0.0.1") + "/" + OWN));
		List<String> differences = new ArrayList<>();
		for (int i = 0; i < cells.size(); i++) {
			Outcome expected = inChromium.get(i);
			Outcome actual = own(own, cells.get(i), server, i);
			if (!expected.equals(actual)) {
				differences.add(cells.get(i) + "\nChromium: " + expected + "\nCorsBrowser: " + actual + "\n");
			}
		}
		assertThat(differences).isEmpty();
	}

	@SuppressWarnings("unchecked")
	private static List<Outcome> inChromium(WebDriver browser, CellServer server, String pageUrl) {
		browser.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
		browser.get(pageUrl);
		browser.manage().logs().get(LogType.BROWSER);
		List<Map<String, Object>> scripts = IntStream.range(0, server.cells().size())
			.mapToObj((i) -> server.cells().get(i).script(server.origin("127.0.0.1") + "/" + CHROMIUM + "/" + i))
			.toList();
		List<Map<String, Object>> outcomes = (List<Map<String, Object>>) Objects
			.requireNonNull(((JavascriptExecutor) browser).executeAsyncScript(FETCH, scripts));
		Map<String, String> sentences = sentences(browser);
		List<Outcome> result = new ArrayList<>();
		for (int i = 0; i < outcomes.size(); i++) {
			Map<String, Object> outcome = outcomes.get(i);
			String sentence = sentences.get("/" + CHROMIUM + "/" + i);
			List<String> requests = server.requests(CHROMIUM, i);
			if (outcome.containsKey("error")) {
				result.add(new Outcome(0, String.valueOf((sentence != null) ? sentence : outcome.get("error")), "",
						List.of(), requests));
			}
			else {
				result.add(new Outcome((int) (long) (Long) Objects.requireNonNull(outcome.get("status")), null,
						String.valueOf(outcome.get("body")),
						((List<String>) Objects.requireNonNull(outcome.get("headers"))).stream()
							.sorted()
							.distinct()
							.toList(),
						requests));
			}
		}
		return result;
	}

	private static Map<String, String> sentences(WebDriver browser) {
		Map<String, String> sentences = new HashMap<>();
		browser.manage().logs().get(LogType.BROWSER).forEach((entry) -> {
			Matcher blocked = BLOCKED.matcher(entry.getMessage());
			if (blocked.find()) {
				String url = String.valueOf((blocked.group(2) != null) ? blocked.group(2) : blocked.group(1));
				sentences.put(URI.create(url).getPath(), String.valueOf(blocked.group(3)));
				return;
			}
			Matcher failed = FAILED.matcher(entry.getMessage());
			if (failed.find()) {
				sentences.putIfAbsent(URI.create(String.valueOf(failed.group(1))).getPath(),
						String.valueOf(failed.group(2)));
			}
		});
		return sentences;
	}

	private static Outcome own(CorsBrowser browser, Cell cell, CellServer server, int index) {
		CorsFetch fetch = browser.fetch(cell.method(), "/" + index);
		cell.headers().forEach((header) -> fetch.header(header.get(0), header.get(1)));
		if (cell.credentials()) {
			fetch.credentials();
		}
		if (cell.body() != null) {
			fetch.body(cell.body(), "text/plain;charset=UTF-8");
		}
		CorsResult result = fetch.execute();
		String sentence = result.blockedBecause();
		return new Outcome(result.status(),
				(sentence != null) ? sentence.replace("/" + OWN + "/", "/" + CHROMIUM + "/") : null, result.body(),
				List.copyOf(new TreeSet<>(result.exposedHeaders().keySet())), server.requests(OWN, index));
	}

	/**
	 * What a page learnt, and what the server was asked.
	 *
	 * @param status the status, 0 if blocked
	 * @param sentence the console's sentence, if blocked
	 * @param body the body
	 * @param headers the names of the headers that the page reads
	 * @param requests the requests
	 */
	private record Outcome(int status, @Nullable String sentence, String body, List<String> headers,
			List<String> requests) {

		@Override
		public String toString() {
			return "status " + this.status + ", " + ((this.sentence != null) ? this.sentence : "readable")
					+ ", headers " + this.headers + ", body " + this.body + "\n  " + String.join("\n  ", this.requests);
		}

	}

}
