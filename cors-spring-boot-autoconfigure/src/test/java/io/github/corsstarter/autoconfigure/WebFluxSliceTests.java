package io.github.corsstarter.autoconfigure;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webflux.test.autoconfigure.WebFluxTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The policies hold in a test of controllers alone.
 */
@WebFluxTest(properties = "cors.allowed-origins=https://app.example.com")
@Import(WebFluxSliceTests.HelloController.class)
class WebFluxSliceTests {

	@Autowired
	private WebTestClient client;

	@Test
	void originOfPolicyIsAllowed() {
		this.client.get()
			.uri("/hello")
			.header("Origin", "https://app.example.com")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("Access-Control-Allow-Origin", "https://app.example.com");
	}

	@Test
	void anyOtherOriginIsRejected() {
		this.client.get()
			.uri("/hello")
			.header("Origin", "https://other.example.com")
			.exchange()
			.expectStatus()
			.isForbidden();
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

	@RestController
	static class HelloController {

		@GetMapping("/hello")
		String hello() {
			return "Hello";
		}

	}

}
