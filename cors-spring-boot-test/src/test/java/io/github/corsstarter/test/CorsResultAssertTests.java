package io.github.corsstarter.test;

import java.util.function.Consumer;

import io.github.corsstarter.documentation.Page;
import io.github.corsstarter.test.fetch.ScriptedServer;
import org.junit.jupiter.api.Test;

import static io.github.corsstarter.test.CorsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CorsResultAssert}: each assertion and how it fails.
 */
class CorsResultAssertTests {

	private static final String SENT_GET = """
			What was sent and answered:
			  GET http://localhost/api/books from https://app.example.com
			  > GET http://localhost/api/books
			  >   Accept: */*
			  >   Origin: https://app.example.com
			  >   Sec-Fetch-Site: cross-site
			  >   Sec-Fetch-Mode: cors
			  >   Sec-Fetch-Dest: empty
			""";

	private static final String ANSWERED = """
			  < 200
			  <   Access-Control-Allow-Origin: *
			  <   Access-Control-Allow-Methods: PUT
			  <   Access-Control-Expose-Headers: X-Total-Count
			  <   X-Total-Count: 7
			  <   X-Secret: 1
			""";

	private final ScriptedServer server = ScriptedServer
		.mock((request) -> request.url().getPath().equals("/none") ? ScriptedServer.answer(403, "Vary: Origin")
				: ScriptedServer.answer(200, "Access-Control-Allow-Origin: *", "Access-Control-Allow-Methods: PUT",
						"Access-Control-Expose-Headers: X-Total-Count", "X-Total-Count: 7", "X-Secret: 1"));

	private final CorsBrowser browser = CorsBrowser.at("https://app.example.com").using(this.server);

	@Test
	void isReadable() {
		assertThat(fetch("GET", "/api/books")).isReadable();
		assertFails(fetch("PUT", "/none"), CorsResultAssert::isReadable, """
				Expected the response to be readable, but it is blocked:
				  Response to preflight request doesn't pass access control check: No \
				'Access-Control-Allow-Origin' header is present on the requested resource.
				To change it: let the server send Access-Control-Allow-Origin: https://app.example.com.
				What was sent and answered:
				  PUT http://localhost/none from https://app.example.com
				  > OPTIONS http://localhost/none
				  >   Accept: */*
				  >   Access-Control-Request-Method: PUT
				  >   Origin: https://app.example.com
				  >   Sec-Fetch-Site: cross-site
				  >   Sec-Fetch-Mode: cors
				  >   Sec-Fetch-Dest: empty
				  < 403
				  <   Vary: Origin
				""");
	}

	@Test
	void failureIsAsDocumented() {
		CorsResult result = CorsBrowser.at("https://app.example.com")
			.using(ScriptedServer.mock((request) -> ScriptedServer.answer(403,
					"Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers")))
			.fetch("PUT", "/api/books/1")
			.execute();
		assertFails(result, CorsResultAssert::isReadable, new Page("docs/testing.md").examples("text").get(2).text());
	}

	@Test
	void isBlocked() {
		assertThat(fetch("GET", "/none")).isBlocked();
		assertFails(fetch("GET", "/api/books"), CorsResultAssert::isBlocked, """
				Expected the response to be blocked, but it is readable, with status 200
				To change it: let the server not allow GET http://localhost/api/books to https://app.example.com.
				""" + SENT_GET + ANSWERED);
	}

	@Test
	void isBlockedBecauseOf() {
		assertThat(fetch("GET", "/none"))
			.isBlockedBecauseOf("No 'Access-Control-Allow-Origin' header is present on the requested resource.");
		assertFails(fetch("GET", "/none"), (result) -> result.isBlockedBecauseOf("No reason"), """
				Expected the response to be blocked because of
				  No reason
				but it is blocked because of
				  No 'Access-Control-Allow-Origin' header is present on the requested resource.
				To change it: expect that sentence, or let the server send \
				Access-Control-Allow-Origin: https://app.example.com.
				""" + SENT_GET.replace("/api/books", "/none") + """
				  < 403
				  <   Vary: Origin
				""");
		assertFails(fetch("GET", "/api/books"), (result) -> result.isBlockedBecauseOf("No reason"), """
				Expected the response to be blocked, but it is readable, with status 200
				To change it: let the server not allow GET http://localhost/api/books to https://app.example.com.
				""" + SENT_GET + ANSWERED);
	}

	@Test
	void hasStatus() {
		assertThat(fetch("GET", "/api/books")).hasStatus(200);
		assertFails(fetch("GET", "/api/books"), (result) -> result.hasStatus(204), """
				Expected status 204, but it is 200
				To change it: CORS let it through: look at what answers it.
				""" + SENT_GET + ANSWERED);
	}

	@Test
	void exposes() {
		assertThat(fetch("GET", "/api/books")).exposes("x-total-count");
		assertFails(fetch("GET", "/api/books"), (result) -> result.exposes("X-Total-Count", "X-Secret"), """
				Expected the page to read X-Secret, but it reads x-total-count
				To change it: add X-Secret to Access-Control-Expose-Headers, where * counts only without credentials.
				""" + SENT_GET + ANSWERED);
		assertFails(fetch("GET", "/api/books"), (result) -> result.exposes("X-Absent"), """
				Expected the page to read X-Absent, but it reads x-total-count
				To change it: let the server answer with X-Absent, which it does not.
				""" + SENT_GET + ANSWERED);
	}

	@Test
	void doesNotExpose() {
		assertThat(fetch("GET", "/api/books")).doesNotExpose("X-Secret", "X-Absent");
		assertThat(fetch("GET", "/none")).doesNotExpose("Vary");
		assertFails(fetch("GET", "/api/books"), (result) -> result.doesNotExpose("X-Secret", "X-Total-Count"), """
				Expected the page not to read X-Total-Count, but it reads x-total-count
				To change it: take X-Total-Count out of Access-Control-Expose-Headers, or do not answer with it.
				""" + SENT_GET + ANSWERED);
	}

	@Test
	void wasPreflighted() {
		assertThat(fetch("PUT", "/api/books")).wasPreflighted();
		assertFails(fetch("GET", "/api/books"), CorsResultAssert::wasPreflighted, """
				Expected a preflight, but none was sent
				To change it: fetch with a method other than GET, HEAD and POST, with a header of the \
				page's own or with a Content-Type such as application/json. If an earlier answer is \
				still remembered, call advance on the browser, or take a new one.
				""" + SENT_GET + ANSWERED);
	}

	@Test
	void wasNotPreflighted() {
		assertThat(fetch("GET", "/api/books")).wasNotPreflighted();
		assertFails(fetch("PUT", "/api/books"), CorsResultAssert::wasNotPreflighted,
				"""
						Expected no preflight, but one was sent
						To change it: fetch with GET, HEAD or POST and without the headers that \
						Access-Control-Request-Headers names. If an earlier answer should be remembered, let \
						the server set Access-Control-Max-Age.
						"""
						+ SENT_GET.replaceFirst("GET", "PUT")
							.replaceFirst("> GET", "> OPTIONS")
							.replaceFirst("(Accept: .*\n)", "$1  >   Access-Control-Request-Method: PUT\n")
						+ ANSWERED + SENT_GET.substring(SENT_GET.indexOf("  > ")).replace("GET", "PUT") + ANSWERED);
	}

	private CorsResult fetch(String method, String path) {
		return this.browser.fetch(method, path).execute();
	}

	private static void assertFails(CorsResult result, Consumer<CorsResultAssert> assertion, String message) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertion.accept(assertThat(result)))
			.withMessage(message);
	}

}
