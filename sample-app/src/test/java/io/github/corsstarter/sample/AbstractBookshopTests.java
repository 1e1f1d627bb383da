package io.github.corsstarter.sample;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.core.SpringVersion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the shop answers, byte by byte, whatever the stack it runs on.
 */
public abstract class AbstractBookshopTests {

	private static final String PAGE = "http://127.0.0.1:9000";

	private static final String STRANGER = "https://stranger.example.com";

	private static final String DRAFT = """
			{"title": "Hypertext", "author": "Ted Nelson", "price": 20}""";

	private WireClient client = new WireClient(0);

	protected abstract int port();

	/**
	 * What the handler of static files answers, on paths without a file as well.
	 * @return the tokens of {@code Vary}
	 */
	protected List<String> varyOfStaticFiles() {
		return List.of("Origin");
	}

	/**
	 * Spring MVC 6.2 adds tokens of its own where it has no CORS configuration.
	 * @return the tokens of {@code Vary}
	 */
	protected static List<String> varyOfStaticFilesOnSpringMvc() {
		boolean adds = Objects.requireNonNull(SpringVersion.getVersion()).startsWith("6.2.");
		return adds ? List.of("Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers")
				: List.of("Origin");
	}

	@BeforeEach
	void connect() {
		this.client = new WireClient(port());
	}

	@Test
	void preflightOfAllowedOriginNamesMethodsHeadersAndAge() {
		HttpResponse<String> response = this.client.send("OPTIONS", "/api/books/1", "Origin", PAGE,
				"Access-Control-Request-Method", "PUT", "Access-Control-Request-Headers", "content-type,x-request-id");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEmpty();
		assertThat(WireClient.corsHeaders(response))
			.isEqualTo(Map.of("access-control-allow-origin", PAGE, "access-control-allow-credentials", "true",
					"access-control-allow-methods", "GET, HEAD, POST, PUT, DELETE", "access-control-allow-headers",
					"content-type, x-request-id", "access-control-max-age", "600"));
		assertThat(WireClient.vary(response)).containsExactlyInAnyOrder("Origin", "Access-Control-Request-Method",
				"Access-Control-Request-Headers");
	}

	@Test
	void preflightOfUnknownOriginIsRejected() {
		assertRejected(this.client.send("OPTIONS", "/api/books/1", "Origin", STRANGER, "Access-Control-Request-Method",
				"PUT"));
	}

	@Test
	void preflightOfUnlistedMethodIsRejected() {
		assertRejected(
				this.client.send("OPTIONS", "/api/books/1", "Origin", PAGE, "Access-Control-Request-Method", "PATCH"));
	}

	@Test
	void preflightOfUnlistedHeaderIsRejected() {
		assertRejected(this.client.send("OPTIONS", "/api/books/1", "Origin", PAGE, "Access-Control-Request-Method",
				"GET", "Access-Control-Request-Headers", "x-debug"));
	}

	@Test
	void allowedOriginMayReadAnswerWithCredentials() {
		HttpResponse<String> response = this.client.send("GET", "/api/books", "Origin", PAGE);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("X-Total-Count")).isPresent();
		assertReadable(response);
	}

	@Test
	void unknownOriginDoesNotReachTheShop() {
		HttpResponse<String> response = this.client.sendJson("POST", "/api/books",
				DRAFT.replace("Hypertext", "Never stored"), "Origin", STRANGER);
		assertRejected(response);
		assertThat(response.headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).startsWith("text/plain"));
		assertThat(response.body()).isEqualTo("Invalid CORS request");
		assertThat(this.client.send("GET", "/api/books").body()).doesNotContain("Never stored");
	}

	@Test
	void nullOriginIsRejected() {
		assertRejected(this.client.send("GET", "/api/books", "Origin", "null"));
	}

	@Test
	void requestWithoutOriginGoesThroughWithoutCorsHeaders() {
		HttpResponse<String> response = this.client.send("GET", "/api/books");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(WireClient.corsHeaders(response)).isEmpty();
		assertThat(WireClient.vary(response)).containsExactly("Origin");
	}

	@Test
	void sameOriginRequestMayUseMethodThePolicyDoesNotList() {
		HttpResponse<String> response = this.client.sendJson("PATCH", "/api/books/1", "{\"price\": 41.5}", "Origin",
				this.client.shop());
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).contains("41.5");
		assertThat(WireClient.corsHeaders(response))
			.isEqualTo(Map.of("access-control-allow-origin", this.client.shop()));
	}

	@Test
	void errorsAreReadable() {
		assertReadable(assertStatus(404, this.client.send("GET", "/api/books/0", "Origin", PAGE)));
		assertReadable(assertStatus(404, this.client.send("GET", "/api/nowhere", "Origin", PAGE)), varyOfStaticFiles());
		assertReadable(assertStatus(400, this.client.send("GET", "/api/books/one", "Origin", PAGE)));
		assertReadable(assertStatus(400, this.client.sendJson("POST", "/api/books", "{}", "Origin", PAGE)));
		assertReadable(assertStatus(401, this.client.send("GET", "/api/session", "Origin", PAGE)));
		assertReadable(assertStatus(405, this.client.send("DELETE", "/api/books", "Origin", PAGE)));
	}

	@Test
	void catalogIsOpenToEveryOriginAndTellsCachesSo() {
		assertOpen(this.client.send("GET", "/catalog"));
		assertOpen(this.client.send("GET", "/catalog", "Origin", STRANGER));
		assertOpen(this.client.send("GET", "/catalog/2", "Origin", "null"));
		assertOpen(assertStatus(404, this.client.send("GET", "/catalog/0", "Origin", STRANGER)));
	}

	@Test
	void catalogIsReadOnly() {
		HttpResponse<String> response = this.client.send("DELETE", "/catalog/1", "Origin", STRANGER);
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(WireClient.corsHeaders(response)).isEmpty();
	}

	@Test
	void ungovernedPathIsUntouched() {
		HttpResponse<String> response = this.client.send("GET", "/status", "Origin", STRANGER);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(WireClient.corsHeaders(response)).isEmpty();
		assertThat(WireClient.vary(response)).doesNotContain("Origin");
	}

	@Test
	void sessionCookieIsKeptByBrowsersThatBlockThirdPartyCookies() {
		HttpResponse<String> login = this.client.sendJson("POST", "/api/session", "{\"name\": \"Ada\"}", "Origin",
				PAGE);
		assertReadable(assertStatus(200, login));
		String cookie = login.headers().firstValue("Set-Cookie").orElseThrow();
		assertThat(cookie.split("; ")).contains("Path=/api", "Secure", "HttpOnly", "Partitioned", "SameSite=None");
		HttpResponse<String> who = this.client.send("GET", "/api/session", "Origin", PAGE, "Cookie",
				cookie.substring(0, cookie.indexOf(';')));
		assertReadable(assertStatus(200, who));
		assertThat(who.body()).isEqualTo("{\"name\":\"Ada\"}");
	}

	@Test
	void bookIsAddedReplacedChangedAndRemoved() {
		HttpResponse<String> added = assertStatus(201, this.client.sendJson("POST", "/api/books", DRAFT));
		String book = added.headers().firstValue("Location").orElseThrow();
		assertThat(added.body()).contains("Hypertext");
		assertThat(this.client.send("GET", book).body()).isEqualTo(added.body());
		assertThat(this.client.sendJson("PUT", book, DRAFT.replace("Hypertext", "Literary Machines")).body())
			.contains("Literary Machines", "Ted Nelson");
		assertThat(this.client.sendJson("PATCH", book, "{\"price\": 12.5}").body()).contains("Literary Machines",
				"12.5");
		assertStatus(400, this.client.sendJson("PATCH", book, "{\"price\": -1}"));
		assertStatus(204, this.client.send("DELETE", book));
		assertThat(assertStatus(404, this.client.send("GET", book)).headers().firstValue("Content-Type"))
			.contains("application/problem+json");
		assertStatus(404, this.client.send("DELETE", book));
		assertStatus(404, this.client.sendJson("PUT", book, DRAFT));
	}

	@Test
	void customersPageReadsTheHostOfItsCustomerAlone() {
		String page = "http://shop-a.localhost:9000";
		assertThat(assertStatus(200,
				this.client.sendJson("PUT", "/customers/a.localhost/origins", "[\"" + page + "/\", \"https://*\"]"))
			.body()).contains("\"saved\":[\"" + page + "\"]", "https://*: The entry accepts any origin.");
		HttpResponse<String> own = this.client.send("GET", "/customer", "Host", "A.localhost", "Origin", page);
		assertThat(assertStatus(200, own).headers().firstValue("Access-Control-Allow-Origin")).contains(page);
		assertStatus(200, this.client.send("OPTIONS", "/customer", "Host", "a.localhost", "Origin", page,
				"Access-Control-Request-Method", "GET"));
		assertRejected(this.client.send("GET", "/customer", "Host", "b.localhost", "Origin", page));
		assertRejected(this.client.send("OPTIONS", "/customer", "Host", "b.localhost", "Origin", page,
				"Access-Control-Request-Method", "GET"));
	}

	@Test
	void pageIsServed() {
		assertThat(assertStatus(200, this.client.send("GET", "/")).body()).contains("bookshop.js");
	}

	@Test
	void endpointReportsPolicies() {
		assertThat(assertStatus(200, this.client.send("GET", "/actuator/cors")).body()).contains("\"name\":\"base\"",
				"\"name\":\"catalog\"", "cors.allowed-origin-patterns[0]", "\"maxAge\":\"PT10M\"",
				"\"preflightStatus\":200");
	}

	@Test
	void endpointExplainsRejection() {
		assertThat(assertStatus(200,
				this.client.send("GET", "/actuator/cors/explain?path=/api/books/1&method=PATCH&origin=" + PAGE))
			.body()).contains("\"outcome\":\"rejected\"", "\"reason\":\"method-not-allowed\"",
					"\"remedy\":\"Add PATCH to cors.allowed-methods.\"",
					"\"matchedBy\":\"cors.allowed-origin-patterns[0]\"");
	}

	@Test
	void endpointWritesWhatIsNotThereAsNull() {
		assertThat(assertStatus(200, this.client.send("GET", "/actuator/cors/explain?path=/status&origin=" + STRANGER))
			.body()).contains("\"outcome\":\"not-governed\"", "\"policy\":null", "\"matchedBy\":null");
	}

	@Test
	void endpointListsRejections() {
		assertRejected(this.client.send("GET", "/api/books/7", "Origin", STRANGER));
		assertThat(assertStatus(200, this.client.send("GET", "/actuator/cors/rejections")).body())
			.contains("\"origin\":\"" + STRANGER + "\"", "\"path\":\"/api/books/7\"")
			.containsPattern("\"firstSeen\":\"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z\"");
	}

	@Test
	void requestsAreCounted() {
		assertRejected(this.client.send("GET", "/api/books/8", "Origin", STRANGER));
		assertThat(assertStatus(200,
				this.client.send("GET",
						"/actuator/metrics/cors.requests?tag=policy:base&tag=type:actual"
								+ "&tag=outcome:rejected&tag=reason:origin-not-allowed"))
			.body()).contains("\"name\":\"cors.requests\"", "\"statistic\":\"COUNT\"").doesNotContain("\"value\":0");
	}

	private static HttpResponse<String> assertStatus(int status, HttpResponse<String> response) {
		assertThat(response.statusCode()).as(() -> response + " " + response.body()).isEqualTo(status);
		return response;
	}

	private static void assertReadable(HttpResponse<String> response) {
		assertReadable(response, List.of("Origin"));
	}

	private static void assertReadable(HttpResponse<String> response, List<String> vary) {
		assertThat(WireClient.corsHeaders(response))
			.isEqualTo(Map.of("access-control-allow-origin", PAGE, "access-control-allow-credentials", "true",
					"access-control-expose-headers", "Location, X-Total-Count"));
		assertThat(WireClient.vary(response)).containsExactlyInAnyOrderElementsOf(vary);
	}

	private static void assertRejected(HttpResponse<String> response) {
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(WireClient.corsHeaders(response)).isEmpty();
		assertThat(WireClient.vary(response)).contains("Origin");
	}

	private static void assertOpen(HttpResponse<String> response) {
		assertThat(WireClient.corsHeaders(response)).isEqualTo(Map.of("access-control-allow-origin", "*"));
		assertThat(WireClient.vary(response)).doesNotContain("Origin");
	}

}
