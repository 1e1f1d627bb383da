package io.github.corsstarter.test.transport;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.sun.net.httpserver.HttpServer;
import io.github.corsstarter.test.CorsBrowser;
import io.github.corsstarter.test.CorsResult;
import org.junit.jupiter.api.Test;

import org.springframework.http.ResponseEntity;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.client.MockMvcWebTestClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

import static io.github.corsstarter.test.CorsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for each {@link io.github.corsstarter.test.fetch.Transport}, against Spring's own
 * CORS support.
 */
class TransportTests {

	static final String PAGE = "https://app.example.com";

	@Test
	void mockMvc() {
		check(MockMvcBuilders.standaloneSetup(new Books()).addFilters(corsFilter()).build());
	}

	@Test
	void mockMvcWithDefaults() {
		MockMvc mockMvc = MockMvcBuilders.standaloneSetup(new Books())
			.defaultRequest(MockMvcRequestBuilders.get("/").header("X-Tenant", "a"))
			.build();
		assertThat(CorsBrowser.at(PAGE).using(mockMvc).fetch("GET", "/tenant").execute().body()).isEqualTo("a");
	}

	@Test
	void mockMvcTester() {
		check(MockMvcTester.of(List.of(new Books()), (mvc) -> mvc.addFilters(corsFilter()).build()));
	}

	@Test
	void webTestClientOfAController() {
		check(WebTestClient.bindToController(new Books()).build());
	}

	@Test
	void webTestClientOfMockMvc() {
		check(MockMvcWebTestClient.bindToController(new Books()).filters(corsFilter()).build());
	}

	@Test
	void webTestClientOfARouter() {
		WebTestClient client = WebTestClient
			.bindToRouterFunction(RouterFunctions.route()
				.GET("/host",
						(request) -> ServerResponse.ok()
							.header("Access-Control-Allow-Origin", "*")
							.bodyValue(request.uri().toString()))
				.build())
			.configureClient()
			.baseUrl("https://api.example.com/")
			.build();
		assertThat(CorsBrowser.at(PAGE).using(client).fetch("GET", "/host").execute().body())
			.isEqualTo("https://api.example.com/host");
	}

	@Test
	void clientWithABaseUrlIsAtThatServer() {
		WebTestClient reactive = WebTestClient.bindToController(new Books()).configureClient().baseUrl(PAGE).build();
		assertSameOrigin(reactive, PAGE);
	}

	@Test
	void clientWithoutABaseUrlIsAtLocalhost() {
		assertSameOrigin(MockMvcTester.of(new Books()), "http://localhost");
		assertSameOrigin(MockMvcBuilders.standaloneSetup(new Books()).build(), "http://localhost");
		assertSameOrigin(WebTestClient.bindToController(new Books()).build(), "http://localhost");
	}

	@Test
	void baseUri() throws Exception {
		HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		server.createContext("/", (exchange) -> {
			String origin = exchange.getRequestHeaders().getFirst("Origin");
			byte[] body = exchange.getRequestBody().readAllBytes();
			exchange.getResponseHeaders().add("Access-Control-Allow-Origin", origin);
			exchange.getResponseHeaders().add("Access-Control-Allow-Methods", "PUT");
			exchange.getResponseHeaders().add("Access-Control-Allow-Headers", "content-type");
			exchange.getResponseHeaders().add("Access-Control-Expose-Headers", "X-Total-Count");
			exchange.getResponseHeaders().add("X-Total-Count", exchange.getRequestMethod());
			exchange.sendResponseHeaders(202, (body.length > 0) ? body.length : -1);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		server.start();
		try {
			String base = "http://127.0.0.1:" + server.getAddress().getPort();
			CorsBrowser browser = CorsBrowser.at(PAGE).using(URI.create(base));
			CorsResult result = browser.fetch("PUT", "/x").body("{\"a\": 1}", "application/json").execute();
			assertThat(result).isReadable().hasStatus(202).exposes("X-Total-Count").wasPreflighted();
			assertThat(result.body()).isEqualTo("{\"a\": 1}");
			assertThat(CorsBrowser.at(PAGE).using(base + "/").fetch("GET", "/x").execute()).hasStatus(202);
			assertSameOrigin(base, base);
		}
		finally {
			server.stop(0);
		}
	}

	@Test
	void failureOfTheApplicationIsNoAnswer() {
		CorsBrowser browser = CorsBrowser.at(PAGE).using(MockMvcTester.of(new Books()));
		assertThatIllegalStateException().isThrownBy(() -> browser.fetch("GET", "/broken").execute())
			.withMessage(
					"The application failed to answer GET http://localhost/broken, where a server would answer 500")
			.havingCause()
			.havingRootCause()
			.withMessage("Broken");
	}

	@Test
	void redirectWithinTheMockIsFollowed() {
		CorsBrowser browser = CorsBrowser.at(PAGE).using(MockMvcTester.of(new Books()));
		assertThat(browser.fetch("GET", "/moved").execute()).hasStatus(200);
	}

	@Test
	void whatIsNoClientIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> CorsBrowser.at(PAGE).using(8080))
			.withMessage("java.lang.Integer is no way to a server. Write a MockMvc, MockMvcTester, WebTestClient or "
					+ "RestTestClient, or a server's base URI.");
		assertThatIllegalArgumentException().isThrownBy(() -> CorsBrowser.at(PAGE).using("/api"))
			.withMessage("'/api' is not the base URI of a server. Write one such as http://127.0.0.1:8080.");
	}

	/**
	 * Does what {@code @CrossOrigin} says: a standalone Spring MVC has no adapter for
	 * Spring's own preflights.
	 */
	static CorsFilter corsFilter() {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.addAllowedOrigin(PAGE);
		configuration.setAllowedMethods(List.of("GET", "PUT"));
		configuration.addAllowedHeader("*");
		configuration.addExposedHeader("X-Total-Count");
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/books", configuration);
		source.registerCorsConfiguration("/later", configuration);
		return new CorsFilter(source);
	}

	static void check(Object client) {
		CorsBrowser browser = CorsBrowser.at(PAGE).using(client);
		CorsResult put = browser.fetch("PUT", "/books?page=1").body("{\"a\": 1}", "application/json").execute();
		assertThat(put).isReadable().hasStatus(200).exposes("X-Total-Count").doesNotExpose("X-Secret").wasPreflighted();
		assertThat(put.body()).isEqualTo("{\"a\": 1}");
		assertThat(browser.fetch("GET", "/later").execute()).hasStatus(200);
		assertThat(browser.fetch("GET", "/absent").execute())
			.isBlockedBecauseOf("No 'Access-Control-Allow-Origin' header is present on the requested resource.");
		assertThat(browser.fetch("DELETE", "/books").execute())
			.isBlockedBecauseOf("Response to preflight request doesn't pass access control check: "
					+ "No 'Access-Control-Allow-Origin' header is present on the requested resource.");
		assertThat(CorsBrowser.at("https://evil.example").using(client).fetch("GET", "/later").execute()).isBlocked();
	}

	static void assertSameOrigin(Object client, String origin) {
		CorsBrowser browser = CorsBrowser.at(origin).using(client);
		assertThatIllegalStateException().isThrownBy(() -> browser.fetch("GET", "/books").execute())
			.withMessageStartingWith("The page and the server are both at " + origin);
	}

	@RestController
	@CrossOrigin(origins = PAGE, methods = { RequestMethod.GET, RequestMethod.PUT }, exposedHeaders = "X-Total-Count")
	static class Books {

		@PutMapping("/books")
		ResponseEntity<String> put(@RequestBody String body) {
			return ResponseEntity.ok().header("X-Total-Count", "7").header("X-Secret", "1").body(body);
		}

		@DeleteMapping("/books")
		void delete() {
		}

		@GetMapping("/later")
		CompletableFuture<String> later() {
			return CompletableFuture.supplyAsync(() -> "later");
		}

		@GetMapping("/tenant")
		String tenant(@RequestHeader("X-Tenant") String tenant) {
			return tenant;
		}

		@GetMapping("/broken")
		String broken() {
			throw new IllegalStateException("Broken");
		}

		@GetMapping("/moved")
		ResponseEntity<Void> moved() {
			return ResponseEntity.status(302).header("Location", "/later").build();
		}

	}

}
