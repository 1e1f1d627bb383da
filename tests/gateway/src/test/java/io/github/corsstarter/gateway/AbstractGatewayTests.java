package io.github.corsstarter.gateway;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What browsers get from a gateway with the policies of the documentation, whatever its
 * stack.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AbstractGatewayTests {

	static final String SHOP = "https://shop.example.com";

	static final String STRANGER = "https://stranger.example";

	/**
	 * The policy has no say about timing here.
	 */
	private static final Map<String, List<String>> OPEN = Map.of("access-control-allow-origin", List.of("*"),
			"timing-allow-origin", List.of("*", Upstream.ORIGIN));

	final Upstream upstream = Upstream.start();

	private final RunningGateway gateway = start();

	final Browser browser = this.gateway.browser();

	abstract RunningGateway start();

	@AfterAll
	void stop() {
		this.gateway.close();
		this.upstream.close();
	}

	@BeforeEach
	void forgetRequests() {
		this.upstream.takeRequests();
	}

	@ParameterizedTest
	@CsvSource({ "/orders/1, POST", "/orders/without/any/route, POST" })
	void preflightIsAnsweredWithoutRouteForIt(String path, String method) {
		HttpResponse<String> response = this.browser.preflight(path, SHOP, method);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(Browser.corsHeaders(response)).isEqualTo(Map.of("access-control-allow-origin", List.of(SHOP),
				"access-control-allow-credentials", List.of("true"), "access-control-allow-methods",
				List.of("GET, POST, PUT"), "access-control-max-age", List.of("600")));
		assertThat(this.upstream.takeRequests()).isEmpty();
	}

	@Test
	void preflightOfUnknownOriginIsRefused() {
		assertRefused(this.browser.preflight("/orders/1", STRANGER, "POST"));
	}

	@ParameterizedTest
	@CsvSource({ "GET, /orders/1, 200", "POST, /orders/1, 200", "GET, /orders/missing, 404", "GET, /orders/broken, 500",
			"GET, /orders/moved, 302", "GET, /orders/choosy, 403" })
	void everyHeaderOfUpstreamIsReplacedByOneOfThePolicy(String method, String path, int status) {
		HttpResponse<String> response = this.browser.send(method, path, "Origin", SHOP);
		assertThat(this.upstream.takeRequests()).containsExactly(method + " " + path);
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.body()).isEqualTo("answer " + status);
		assertReadable(response);
		assertThat(Browser.vary(response)).contains("Origin", "Accept-Encoding", "Accept-Language")
			.doesNotHaveDuplicates();
	}

	@Test
	void requestOfUnknownOriginDoesNotReachUpstream() {
		assertRefused(this.browser.send("POST", "/orders/1", "Origin", STRANGER));
	}

	@Test
	void originThatOnlyUpstreamKnowsIsRefused() {
		assertRefused(this.browser.send("GET", "/orders/1", "Origin", Upstream.ORIGIN));
	}

	@Test
	void requestWithoutRouteIsNotFoundAndReadable() {
		HttpResponse<String> response = this.browser.send("GET", "/orders/without/any/route", "Origin", SHOP);
		assertThat(response.statusCode()).isEqualTo(404);
		assertReadable(response);
		assertThat(this.upstream.takeRequests()).isEmpty();
	}

	@Test
	void failureToReachUpstreamIsReadable() {
		HttpResponse<String> response = this.browser.send("GET", "/orders/archive/1", "Origin", SHOP);
		assertThat(response.statusCode()).isEqualTo(500);
		assertReadable(response);
	}

	@Test
	void anotherPathHasAnotherPolicy() {
		HttpResponse<String> response = this.browser.send("GET", "/catalog/1", "Origin", STRANGER);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(Browser.corsHeaders(response)).isEqualTo(OPEN);
		assertThat(this.upstream.takeRequests()).containsExactly("GET /catalog/1");
		assertRefused(this.browser.preflight("/catalog/1", STRANGER, "PUT"));
	}

	@Test
	void openPathIsOpenWithoutOrigin() {
		assertThat(Browser.corsHeaders(this.browser.send("GET", "/catalog/1"))).isEqualTo(OPEN);
	}

	@Test
	void upstreamKeepsItsSayOnPathsOfNoPolicy() {
		HttpResponse<String> response = this.browser.send("GET", "/partner/1", "Origin", STRANGER);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(Browser.corsHeaders(response))
			.containsEntry("access-control-allow-origin", List.of("*", Upstream.ORIGIN))
			.containsEntry("timing-allow-origin", List.of("*", Upstream.ORIGIN));
	}

	@Test
	void preflightOfPathOfNoPolicyIsAnsweredBySpring() {
		HttpResponse<String> response = this.browser.preflight("/partner/1", STRANGER, "GET");
		assertThat(Browser.corsHeaders(response)).isEmpty();
		assertThat(this.upstream.takeRequests()).isEmpty();
	}

	@Test
	void requestOfTheGatewayItselfGoesThrough() {
		HttpResponse<String> response = this.browser.send("POST", "/orders/1", "Origin", this.browser.server());
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(Browser.corsHeaders(response)).containsEntry("access-control-allow-origin",
				List.of(this.browser.server()));
	}

	@Test
	void upstreamThatRefusesOriginsAnswersWhenTheGatewayKeepsThemToItself() {
		HttpResponse<String> response = this.browser.send("GET", "/invoices/choosy", "Origin", SHOP);
		assertThat(response.statusCode()).isEqualTo(200);
		assertReadable(response);
	}

	void assertReadable(HttpResponse<String> response) {
		assertThat(Browser.corsHeaders(response)).isEqualTo(Map.of("access-control-allow-origin", List.of(SHOP),
				"access-control-allow-credentials", List.of("true"), "access-control-expose-headers",
				List.of("X-Total-Count"), "timing-allow-origin", List.of(SHOP)));
	}

	void assertRefused(HttpResponse<String> response) {
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.body()).isEqualTo("Invalid CORS request");
		assertThat(Browser.corsHeaders(response)).isEmpty();
		assertThat(this.upstream.takeRequests()).isEmpty();
	}

}
