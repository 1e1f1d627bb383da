package io.github.corsstarter.test.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Fetch} and {@link UserAgent}.
 */
class FetchTests {

	private static final WebOrigin PAGE = WebOrigin.parse("https://app.example.com");

	private static final String SERVER = "https://api.example.com";

	private static final String OTHER = "https://other.example.com";

	private static final String[] ALLOW = { "Access-Control-Allow-Origin: https://app.example.com",
			"Access-Control-Allow-Methods: PUT, DELETE, PATCH", "Access-Control-Allow-Headers: x-a, authorization",
			"Access-Control-Allow-Credentials: true" };

	@Test
	void simpleRequestIsNotPreflighted() {
		ScriptedServer server = server((request) -> ScriptedServer.answer(200, ALLOW));
		FetchOutcome outcome = fetch(server, request("GET", SERVER + "/x"));
		assertThat(outcome.error()).isNull();
		assertThat(server.requests()).singleElement()
			.hasToString("GET https://api.example.com/x\nAccept: */*\nOrigin: https://app.example.com\n"
					+ "Sec-Fetch-Site: same-site\nSec-Fetch-Mode: cors\nSec-Fetch-Dest: empty");
	}

	@Test
	void preflightAsksForMethodAndSortedHeaders() {
		ScriptedServer server = server((request) -> ScriptedServer.answer(200, ALLOW));
		fetch(server, request("PUT", SERVER).header("X-A", "1").header("Authorization", "x").header("Accept", "a"));
		assertThat(server.requests()).hasSize(2)
			.first()
			.hasToString("OPTIONS https://api.example.com/\nAccept: */*\nAccess-Control-Request-Method: PUT\n"
					+ "Access-Control-Request-Headers: authorization,x-a\nOrigin: https://app.example.com\n"
					+ "Sec-Fetch-Site: same-site\nSec-Fetch-Mode: cors\nSec-Fetch-Dest: empty");
	}

	@Test
	void insecureServerLearnsNothingOfTheContext() {
		ScriptedServer server = server((request) -> ScriptedServer.answer(200, ALLOW));
		fetch(server, request("GET", "http://api.example.com/"));
		assertThat(server.requests().get(0).headers().names()).containsExactly("accept", "origin");
	}

	@Test
	void nothingFollowsAPreflightThatFails() {
		ScriptedServer server = server((request) -> ScriptedServer.answer(403));
		assertThat(sentence(fetch(server, request("PUT", SERVER)))).isEqualTo(
				"Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' "
						+ "header is present on the requested resource.");
		assertThat(server.requests()).hasSize(1);
	}

	@Test
	void preflightIsRememberedPerAddress() {
		ScriptedServer server = server((request) -> ScriptedServer.answer(200, ALLOW));
		UserAgent browser = browser(server);
		browser.fetch(request("PUT", SERVER + "/1"));
		browser.fetch(request("PUT", SERVER + "/1"));
		browser.fetch(request("PUT", SERVER + "/2"));
		assertThat(methods(server)).containsExactly("OPTIONS", "PUT", "PUT", "OPTIONS", "PUT");
		browser.advance(Duration.ofSeconds(5));
		browser.fetch(request("PUT", SERVER + "/1"));
		assertThat(methods(server)).endsWith("OPTIONS", "PUT");
	}

	@Test
	void failureOfTheRequestForgetsThePreflight() {
		AtomicInteger puts = new AtomicInteger();
		ScriptedServer server = server((request) -> (request.method().equals("PUT") && puts.incrementAndGet() == 1)
				? ScriptedServer.answer(500) : ScriptedServer.answer(200, ALLOW));
		UserAgent browser = browser(server);
		assertThat(browser.fetch(request("PUT", SERVER)).error()).isNotNull();
		browser.fetch(request("PUT", SERVER));
		browser.fetch(request("PUT", SERVER));
		assertThat(methods(server)).containsExactly("OPTIONS", "PUT", "OPTIONS", "PUT", "PUT");
	}

	@Test
	void failureOfASimpleRequestForgetsNothing() {
		ScriptedServer server = server((request) -> request.method().equals("GET") ? ScriptedServer.answer(500)
				: ScriptedServer.answer(200, ALLOW));
		UserAgent browser = browser(server);
		browser.fetch(request("PUT", SERVER));
		browser.fetch(request("GET", SERVER));
		browser.fetch(request("PUT", SERVER));
		assertThat(methods(server)).containsExactly("OPTIONS", "PUT", "GET", "PUT");
	}

	@ParameterizedTest
	@CsvSource({ "301, POST, GET", "302, POST, GET", "303, POST, GET", "307, POST, POST", "308, POST, POST",
			"301, PUT, PUT", "303, PUT, GET", "303, HEAD, HEAD", "307, PATCH, PATCH" })
	void methodChangesAsTheStatusSays(int status, String method, String next) {
		ScriptedServer server = redirecting(status, SERVER + "/2");
		FetchRequest request = request(method, SERVER + "/1");
		fetch(server, method.equals("HEAD") ? request : request.header("Content-Type", "text/plain").body(new byte[1]));
		SentRequest last = server.requests().get(server.requests().size() - 1);
		assertThat(last.method()).isEqualTo(next);
		assertThat(last.url()).hasToString(SERVER + "/2");
		boolean bodyIsKept = next.equals(method) && !method.equals("HEAD");
		assertThat(last.headers().contains("Content-Type")).isEqualTo(bodyIsKept);
		assertThat(last.body() != null).isEqualTo(bodyIsKept);
	}

	@Test
	void redirectToAnotherOriginTaintsTheOriginAndDropsAuthorization() {
		ScriptedServer server = server((request) -> request.method().equals("OPTIONS")
				? ScriptedServer.answer(200, ALLOW) : request.url().getHost().equals("api.example.com")
						? redirect(307, OTHER + "/") : ScriptedServer.answer(200, "Access-Control-Allow-Origin: *"));
		FetchOutcome outcome = fetch(server,
				request("GET", SERVER).header("Authorization", "x").header("Accept", "text/html"));
		assertThat(outcome.error()).isNull();
		assertThat(server.requests())
			.extracting((request) -> request.method() + " " + request.url().getHost() + " "
					+ request.headers().get("Origin") + " " + request.headers().get("Authorization"))
			.containsExactly("OPTIONS api.example.com https://app.example.com null",
					"GET api.example.com https://app.example.com x", "GET other.example.com null null");
	}

	@Test
	void preflightIsRepeatedForAnotherAddress() {
		ScriptedServer server = redirecting(307, SERVER + "/2");
		assertThat(fetch(server, request("PUT", SERVER + "/1")).error()).isNull();
		assertThat(methods(server)).containsExactly("OPTIONS", "PUT", "OPTIONS", "PUT");
	}

	@Test
	void redirectToThePagesOriginIsTaintedToo() {
		ScriptedServer server = server((request) -> request.url().getHost().equals("api.example.com")
				? redirect(302, PAGE + "/") : ScriptedServer.answer(200, ALLOW));
		assertThat(sentence(fetch(server, request("GET", SERVER))))
			.contains("that is not equal to the supplied origin");
		assertThat(server.requests().get(1).headers().get("Origin")).isEqualTo("null");
	}

	@Test
	void redirectItselfIsChecked() {
		ScriptedServer server = server((request) -> ScriptedServer.answer(302, "Location: /2"));
		assertThat(sentence(fetch(server, request("GET", SERVER)))).startsWith("No 'Access-Control-Allow-Origin'");
		assertThat(server.requests()).hasSize(1);
	}

	@Test
	void twentyRedirectsAreFollowed() {
		AtomicInteger answers = new AtomicInteger();
		ScriptedServer twenty = server((request) -> (answers.incrementAndGet() <= 20) ? redirect(302, SERVER + "/")
				: ScriptedServer.answer(200, ALLOW));
		assertThat(fetch(twenty, request("GET", SERVER)).error()).isNull();
		ScriptedServer endless = server((request) -> redirect(302, SERVER + "/"));
		assertThat(sentence(fetch(endless, request("GET", SERVER)))).isEqualTo("net::ERR_TOO_MANY_REDIRECTS");
		assertThat(endless.requests()).hasSize(21);
	}

	@ParameterizedTest
	@CsvSource({ "https://user:pw@api.example.com/, Redirect location '' contains a username and password",
			"ftp://a.example/, Cross origin requests are only supported for protocol schemes: chrome",
			"'data:text/plain,x', net::ERR_UNSAFE_REDIRECT", "http://, net::ERR_INVALID_REDIRECT",
			"http://%, net::ERR_INVALID_REDIRECT" })
	void someRedirectsLeadNowhere(String location, String sentence) {
		ScriptedServer server = redirecting(302, location);
		assertThat(sentence(fetch(server, request("GET", SERVER + "/1")))).startsWith(sentence);
		assertThat(server.requests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "301", "302", "303", "307", "308" })
	void preflightIsNotRedirected(int status) {
		ScriptedServer server = server((request) -> redirect(status, SERVER + "/2"));
		FetchOutcome outcome = fetch(server, request("PUT", SERVER));
		assertThat(sentence(outcome)).isEqualTo("Response to preflight request doesn't pass access control check: "
				+ "Redirect is not allowed for a preflight request.");
	}

	@ParameterizedTest
	@ValueSource(ints = { 199, 300, 302, 304, 400, 401, 403, 404, 500 })
	void preflightNeedsAnOkStatus(int status) {
		ScriptedServer server = server((request) -> ScriptedServer.answer(status, ALLOW));
		FetchOutcome outcome = fetch(server, request("PUT", SERVER));
		assertThat(sentence(outcome)).isEqualTo("Response to preflight request doesn't pass access control check: "
				+ "It does not have HTTP ok status.");
	}

	@Test
	void errorOfTheServerIsReadable() {
		ScriptedServer server = server((request) -> ScriptedServer.answer(500, ALLOW));
		assertThat(fetch(server, request("POST", SERVER)).error()).isNull();
	}

	@Test
	void mockCannotBeLeft() {
		ScriptedServer server = ScriptedServer.mock((request) -> redirect(302, "https://login.example.com/in"));
		assertThatIllegalStateException().isThrownBy(() -> fetch(server, request("GET", "http://localhost/x")))
			.withMessage("http://localhost/x redirects to https://login.example.com/in, which is not the server that "
					+ "this client calls: nothing would answer there. Use a base URI, with both servers running, or "
					+ "test the redirect alone.");
	}

	@Test
	void serverOfThePagesOwnOriginIsRefused() {
		ScriptedServer server = server((request) -> ScriptedServer.answer(200, ALLOW));
		assertThatIllegalStateException().isThrownBy(() -> fetch(server, request("GET", PAGE + "/x")))
			.withMessage("The page and the server are both at https://app.example.com, where no browser checks CORS: "
					+ "the test would pass for the wrong reason. Let the page be of another origin, or give the server "
					+ "another base URL.");
		assertThat(server.requests()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "https://app.example.com:8443/, same-site", "https://api.example.com/, same-site",
			"https://api.example.org/, cross-site", "http://localhost/, cross-site" })
	void serverLearnsWhetherThePageIsOfItsSite(String url, String site) {
		ScriptedServer server = server((request) -> ScriptedServer.answer(200, ALLOW));
		fetch(server, request("GET", url));
		assertThat(server.requests().get(0).headers().get("Sec-Fetch-Site")).isEqualTo(site);
	}

	@Test
	void redirectByAnotherSiteIsCrossSiteFromThenOn() {
		ScriptedServer server = server((request) -> switch (request.url().getPath()) {
			case "/1" -> redirect(302, "https://api.example.org/2");
			case "/2" -> redirect(302, SERVER + "/3");
			default -> ScriptedServer.answer(200, "Access-Control-Allow-Origin: *");
		});
		fetch(server, request("GET", SERVER + "/1"));
		assertThat(server.requests()).extracting((request) -> request.headers().get("Sec-Fetch-Site"))
			.containsExactly("same-site", "cross-site");
	}

	@Test
	void redirectGoesWhereABrowserGoes() {
		ScriptedServer server = redirecting(302, "/\\evil.example/x");
		fetch(server, request("GET", SERVER + "/1"));
		assertThat(server.requests()).extracting(SentRequest::url)
			.containsExactly(URI.create(SERVER + "/1"), URI.create("https://evil.example/x"));
	}

	@Test
	void valuesOfOneNameAreSentAsOne() {
		ScriptedServer server = server((request) -> ScriptedServer.answer(200, ALLOW));
		fetch(server, request("GET", SERVER).header("x-a", "1").header("X-A", "2"));
		assertThat(server.requests().get(1).headers().values("X-A")).containsExactly("1, 2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example/x", "/\\evil.example/x", "x", "" })
	void whatIsNoPathIsNoneOfTheServer(String text) {
		UserAgent browser = browser(server((request) -> ScriptedServer.answer(200)));
		assertThatIllegalArgumentException().isThrownBy(() -> browser.resolve(text))
			.withMessageStartingWith("'" + text + "' is neither a path nor an address.");
	}

	@Test
	void pathIsAppendedToTheBase() {
		UserAgent browser = browser(ScriptedServer.at("https://api.example.com/shop/", (request) -> redirect(200, "")));
		assertThat(browser.resolve("/books?x=1#y")).hasToString("https://api.example.com/shop/books?x=1");
		assertThat(browser.resolve("https://b.example/x")).hasToString("https://b.example/x");
	}

	private static ScriptedServer server(Function<SentRequest, ReceivedResponse> answers) {
		return ScriptedServer.at(SERVER, answers);
	}

	private static ScriptedServer redirecting(int status, String location) {
		return server((request) -> (request.url().getPath().equals("/1") && !request.method().equals("OPTIONS"))
				? redirect(status, location) : ScriptedServer.answer(200, ALLOW));
	}

	private static ReceivedResponse redirect(int status, String location) {
		return ScriptedServer.answer(status, ALLOW[0], ALLOW[1], ALLOW[2], ALLOW[3], "Location: " + location);
	}

	private static FetchRequest request(String method, String url) {
		return FetchRequest.of(method, URI.create(url));
	}

	private static UserAgent browser(ScriptedServer server) {
		return new UserAgent(PAGE, (host) -> host.replaceFirst("^a[^.]*\\.", ""), server, Duration.ofHours(2));
	}

	private static FetchOutcome fetch(ScriptedServer server, FetchRequest request) {
		return browser(server).fetch(request);
	}

	private static @Nullable String sentence(FetchOutcome outcome) {
		NetworkError error = outcome.error();
		return (error != null) ? error.sentence() : null;
	}

	private static List<String> methods(ScriptedServer server) {
		return server.requests().stream().map(SentRequest::method).toList();
	}

}
