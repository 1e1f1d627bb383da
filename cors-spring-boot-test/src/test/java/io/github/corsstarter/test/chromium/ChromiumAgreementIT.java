package io.github.corsstarter.test.chromium;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.github.corsstarter.browser.Chromium;
import io.github.corsstarter.test.CorsBrowser;
import io.github.corsstarter.test.CorsFetch;
import io.github.corsstarter.test.CorsResult;
import io.github.corsstarter.test.fetch.ScriptedServer;
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

	static {
		// Else each answer of the test's servers waits for the acknowledgement of its
		// first packet
		System.setProperty("sun.net.httpserver.nodelay", "true");
	}

	@Test
	void bothDoTheSame(WebDriver browser) {
		try (Pages pages = Pages.start();
				CellServer server = new CellServer(Cells.all(17, RANDOM_CELLS), pages.origin())) {
			assertThat(server.cells()).hasSizeGreaterThan(200);
			assertThat(differences(browser, server, pages.origin(), pages.origin())).isEmpty();
		}
	}

	@Test
	void bothDoTheSameForPageWithoutAnOrigin(WebDriver browser) {
		List<Cell> all = Cells.all(18, 0);
		List<Cell> some = IntStream.range(0, all.size()).filter((i) -> i % 7 == 0).mapToObj(all::get).toList();
		try (Pages pages = Pages.start(); CellServer server = new CellServer(some, "null")) {
			assertThat(differences(browser, server, "null", pages.origin() + Pages.SANDBOXED)).isEmpty();
		}
	}

	@Test
	void onlyChromiumLetsWildcardStandForAuthorization(WebDriver browser) {
		try (Pages pages = Pages.start(); CellServer server = new CellServer(Cells.lenient(), pages.origin())) {
			assertThat(inChromium(browser, server, pages.origin())).extracting(Outcome::sentence).containsOnlyNulls();
			assertThat(own(server, pages.origin())).extracting(Outcome::sentence)
				.containsOnly("Request header field authorization is not allowed by Access-Control-Allow-Headers in "
						+ "preflight response.");
		}
	}

	@Test
	void onlyChromiumSendsSomeHeadersUnasked(WebDriver browser) {
		try (Pages pages = Pages.start(); CellServer server = new CellServer(Cells.unasked(), pages.origin())) {
			assertThat(inChromium(browser, server, pages.origin())).allSatisfy(
					(outcome) -> assertThat(outcome.requests()).hasSize(1).first().asString().startsWith("GET"));
			assertThat(own(server, pages.origin()))
				.allSatisfy((outcome) -> assertThat(outcome.requests()).first().asString().startsWith("OPTIONS"));
		}
	}

	@Test
	void bothTellSitesApartAlike(WebDriver browser) {
		List<String> hosts = List.of("app.shop.localhost", "api.shop.localhost", "shop.localhost",
				"api.other.localhost", "localhost", "127.0.0.1");
		try (Pages pages = Pages.start();
				CellServer server = new CellServer(hosts.stream().map((host) -> Cell.of("GET")).toList(), "*")) {
			String page = pages.origin().replace("127.0.0.1", "app.shop.localhost");
			List<String> expected = inChromium(browser, server, page, hosts).stream()
				.map((outcome) -> outcome.requests().get(0))
				.map((request) -> request.replaceFirst("(?s).*Sec-Fetch-Site: \\[(.*?)].*", "$1"))
				.toList();
			ScriptedServer own = ScriptedServer.at(server.origin("localhost"),
					(request) -> ScriptedServer.answer(200, "Access-Control-Allow-Origin: *"));
			CorsBrowser corsBrowser = CorsBrowser.at(page).using(own);
			hosts.forEach((host) -> corsBrowser.fetch("GET", server.origin(host)).execute());
			assertThat(own.requests()).extracting((request) -> request.headers().get("Sec-Fetch-Site"))
				.containsExactlyElementsOf(expected)
				.containsExactly("same-site", "same-site", "same-site", "cross-site", "cross-site", "cross-site");
		}
	}

	private static List<String> differences(WebDriver browser, CellServer server, String page, String pageUrl) {
		List<Outcome> expected = inChromium(browser, server, pageUrl);
		List<Outcome> actual = own(server, page);
		return IntStream.range(0, server.cells().size())
			.filter((i) -> !expected.get(i).equals(actual.get(i)))
			.mapToObj((i) -> server.cells().get(i) + "\nChromium: " + expected.get(i) + "\nCorsBrowser: "
					+ actual.get(i) + "\n")
			.toList();
	}

	private static List<Outcome> inChromium(WebDriver browser, CellServer server, String pageUrl) {
		return inChromium(browser, server, pageUrl, Collections.nCopies(server.cells().size(), "127.0.0.1"));
	}

	@SuppressWarnings("unchecked")
	private static List<Outcome> inChromium(WebDriver browser, CellServer server, String pageUrl, List<String> hosts) {
		browser.manage().timeouts().scriptTimeout(Duration.ofSeconds(120));
		browser.get(pageUrl);
		browser.manage().logs().get(LogType.BROWSER);
		List<Map<String, Object>> scripts = IntStream.range(0, server.cells().size())
			.mapToObj((i) -> server.cells().get(i).script(server.origin(hosts.get(i)) + "/" + CHROMIUM + "/" + i))
			.toList();
		List<Map<String, Object>> read = (List<Map<String, Object>>) Objects
			.requireNonNull(((JavascriptExecutor) browser).executeAsyncScript(FETCH, scripts));
		Map<String, String> sentences = sentences(browser);
		return IntStream.range(0, read.size())
			.mapToObj((i) -> Outcome.read(read.get(i), sentences.get("/" + CHROMIUM + "/" + i),
					server.requests(CHROMIUM, i)))
			.toList();
	}

	private static Map<String, String> sentences(WebDriver browser) {
		Map<String, String> sentences = new HashMap<>();
		browser.manage().logs().get(LogType.BROWSER).forEach((entry) -> {
			Matcher blocked = BLOCKED.matcher(entry.getMessage());
			Matcher failed = FAILED.matcher(entry.getMessage());
			if (blocked.find()) {
				String url = (blocked.group(2) != null) ? blocked.group(2) : blocked.group(1);
				sentences.put(cell(String.valueOf(url)), String.valueOf(blocked.group(3)));
			}
			else if (failed.find()) {
				sentences.putIfAbsent(cell(String.valueOf(failed.group(1))), String.valueOf(failed.group(2)));
			}
		});
		return sentences;
	}

	private static String cell(String url) {
		return url.replaceFirst("https?://[^/]*(/[^/]+/[0-9]+).*", "$1");
	}

	private static List<Outcome> own(CellServer server, String page) {
		CorsBrowser browser = CorsBrowser.at(page).using(URI.create(server.origin("127.0.0.1") + "/" + OWN));
		return IntStream.range(0, server.cells().size()).mapToObj((i) -> own(browser, server, i)).toList();
	}

	private static Outcome own(CorsBrowser browser, CellServer server, int index) {
		Cell cell = server.cells().get(index);
		CorsFetch fetch = browser.fetch(cell.method(), "/" + index);
		cell.headers().forEach((header) -> fetch.header(header.get(0), header.get(1)));
		if (cell.credentials()) {
			fetch.credentials();
		}
		if (cell.body() != null) {
			fetch.body(cell.body(), "text/plain;charset=UTF-8");
		}
		CorsResult result = fetch.execute();
		return new Outcome(result.status(), result.blockedBecause(), result.body(),
				List.copyOf(result.exposedHeaders().keySet()), server.requests(OWN, index));
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

		/**
		 * Which schemes Chromium names differs from one build of it to the next.
		 */
		Outcome {
			if (sentence != null) {
				sentence = sentence.replaceFirst("(?<=for protocol schemes: ).*", "…");
			}
		}

		@SuppressWarnings("unchecked")
		static Outcome read(Map<String, Object> read, @Nullable String sentence, List<String> requests) {
			Object error = read.get("error");
			if (error != null) {
				return new Outcome(0, (sentence != null) ? sentence : error.toString(), "", List.of(), requests);
			}
			List<String> headers = (List<String>) Objects.requireNonNull(read.get("headers"));
			return new Outcome(((Number) Objects.requireNonNull(read.get("status"))).intValue(), null,
					String.valueOf(read.get("body")), headers.stream().distinct().toList(), requests);
		}

		@Override
		public String toString() {
			return "status " + this.status + ", " + ((this.sentence != null) ? this.sentence : "readable")
					+ ", headers " + this.headers + ", body " + this.body + "\n  " + String.join("\n  ", this.requests);
		}

	}

}
