package io.github.corsstarter.test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import io.github.corsstarter.test.fetch.HeaderList;
import io.github.corsstarter.test.fetch.ReceivedResponse;
import io.github.corsstarter.test.fetch.ScriptedServer;
import io.github.corsstarter.test.fetch.SentRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.corsstarter.test.CorsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link CorsBrowser}, {@link CorsFetch} and {@link CorsResult}.
 */
class CorsBrowserTests {

	private final ScriptedServer server = ScriptedServer.mock((request) -> ScriptedServer.answer(200,
			"Access-Control-Allow-Origin: https://app.example.com", "Access-Control-Allow-Credentials: true",
			"Access-Control-Allow-Methods: PUT", "Access-Control-Allow-Headers: content-type, x-a",
			"Access-Control-Expose-Headers: X-Total-Count", "Access-Control-Max-Age: 100000", "X-Total-Count: 7",
			"X-Secret: 1", "Content-Type: text/plain; charset=ISO-8859-1", "Set-Cookie: a=b"));

	private final CorsBrowser browser = CorsBrowser.at("https://app.example.com").using(this.server);

	@Test
	void resultIsWhatThePageReads() {
		CorsResult result = this.browser.fetch("PUT", "/api/books/1")
			.header("X-A", "1")
			.credentials()
			.body("{}", "application/json")
			.execute();
		assertThat(result).isReadable().hasStatus(200).exposes("X-Total-Count").wasPreflighted();
		assertThat(result.readable()).isTrue();
		assertThat(result.blockedBecause()).isNull();
		assertThat(result.status()).isEqualTo(200);
		assertThat(result.exposedHeaders()).hasSize(2).containsEntry("X-TOTAL-COUNT", "7").containsKey("content-type");
		assertThat(result.body()).isEqualTo("Read me");
		assertThat(result.exchanges()).hasSize(2);
		SentRequest sent = this.server.requests().get(1);
		assertThat(sent.headers().get("Content-Type")).isEqualTo("application/json");
		assertThat(sent.body()).isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void siteIsTheRegistrableDomain() {
		for (String page : List.of("https://app.example.co.uk", "https://app.other.co.uk")) {
			ScriptedServer api = ScriptedServer.at("https://api.example.co.uk",
					(request) -> ScriptedServer.answer(200));
			CorsBrowser.at(page).using(api).fetch("GET", "/").execute();
			assertThat(api.requests().get(0).headers().get("Sec-Fetch-Site"))
				.isEqualTo(page.contains("example") ? "same-site" : "cross-site");
		}
	}

	@Test
	void blockedResultIsEmpty() {
		CorsResult result = this.browser.fetch("DELETE", "/api/books/1").execute();
		assertThat(result)
			.isBlockedBecauseOf("Method DELETE is not allowed by Access-Control-Allow-Methods in preflight response.");
		assertThat(result.readable()).isFalse();
		assertThat(result.status()).isZero();
		assertThat(result.exposedHeaders()).isEmpty();
		assertThat(result.body()).isEmpty();
		assertThat(result.exchanges()).hasSize(1);
	}

	@Test
	void contentTypeOfAHeaderWins() {
		this.browser.fetch("POST", "/").body("x", "application/json").header("Content-Type", "text/plain").execute();
		assertThat(this.server.requests()).singleElement()
			.extracting((request) -> request.headers().get("Content-Type"))
			.isEqualTo("text/plain");
	}

	@Test
	void headersThatOnlyBrowsersSetAreIgnored() {
		this.browser.fetch("GET", "/").header("Cookie", "a=b").header("Origin", "https://evil.example").execute();
		HeaderList sent = this.server.requests().get(0).headers();
		assertThat(sent.contains("Cookie")).isFalse();
		assertThat(sent.values("Origin")).containsExactly("https://app.example.com");
	}

	@ParameterizedTest
	@CsvSource({ "CHROMIUM, PT2H", "FIREFOX, PT24H", "WEBKIT, PT10M" })
	void engineForgetsPreflightsInItsOwnTime(BrowserEngine engine, Duration limit) {
		CorsBrowser other = CorsBrowser.at("https://app.example.com").engine(engine).using(this.server);
		assertThat(other.fetch("PUT", "/").execute()).wasPreflighted();
		assertThat(other.advance(limit.minusSeconds(1)).fetch("PUT", "/").execute()).wasNotPreflighted();
		assertThat(other.advance(Duration.ofSeconds(1)).fetch("PUT", "/").execute()).wasPreflighted();
	}

	@Test
	void chromiumIsTheEngine() {
		assertThat(this.browser.fetch("PUT", "/").execute()).wasPreflighted();
		assertThat(this.browser.advance(Duration.ofHours(2)).fetch("PUT", "/").execute()).wasPreflighted();
	}

	@Test
	void pageAndServerOfOneOriginAreRefused() {
		CorsBrowser own = CorsBrowser.at("http://localhost").using(this.server);
		assertThatIllegalStateException().isThrownBy(() -> own.fetch("GET", "/").execute())
			.withMessageStartingWith(
					"The page and the server are both at http://localhost, where no browser checks CORS");
	}

	@Test
	void originThatNoBrowserSendsIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> CorsBrowser.at("https://app.example.com/"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "CONNECT | / | No browser lets a page send CONNECT. Write another method.",
					"P UT | / | 'P UT' is not a method. Write one such as GET.",
					"~~ | / | '' is not a method. Write one such as GET.",
					"GET | api | 'api' is neither a path nor an address. Write one such as /api/books or "
							+ "https://api.example.com/books.",
					"GET | //x/%zz | '//x/%zz' is neither a path nor an address. Write one such as /api/books or "
							+ "https://api.example.com/books.",
					"GET | ftp://a/b | 'ftp://a/b' is not an address of a web server. Write a path or "
							+ "http(s)://host/path.",
					"GET | http://u:p@a/ | 'http://u:p@a/' contains a user name, which no page may fetch. Send an "
							+ "Authorization header instead." })
	void requestThatNoBrowserMakesIsRefused(String method, String url, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.browser.fetch(method, url)).withMessage(message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "head" })
	void readingMethodHasNoBody(String method) {
		CorsFetch fetch = this.browser.fetch(method, "/");
		assertThatIllegalArgumentException().isThrownBy(() -> fetch.body("x", "text/plain"))
			.withMessage("No page can send " + method.toUpperCase(Locale.ROOT) + " with a body. Write POST or PUT.");
	}

	@ParameterizedTest
	@CsvSource({ "'X A', 1", "'', 1", "X-A, '1\n2'", "X-A, \u20AC" })
	void headerThatNoBrowserSendsIsRefused(String name, String value) {
		CorsFetch fetch = this.browser.fetch("GET", "/");
		assertThatIllegalArgumentException().isThrownBy(() -> fetch.header(name, value))
			.withMessageEndingWith("' is not a header. Write a name without spaces, and a value of one line.");
	}

	@Test
	void bodyIsReadInItsCharacterSet() {
		byte[] body = { (byte) 0xE9 };
		ScriptedServer latin = ScriptedServer.mock((request) -> new ReceivedResponse(200,
				ScriptedServer.headers("Access-Control-Allow-Origin: *", "Content-Type: text/plain;charset=iso-8859-1"),
				body));
		assertThat(CorsBrowser.at("null").using(latin).fetch("GET", "/").execute().body()).isEqualTo("\u00E9");
	}

}
