package io.github.corsstarter.autoconfigure;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The policies hold in a test of controllers alone.
 */
@WebMvcTest(properties = "cors.allowed-origins=https://app.example.com")
@Import(WebMvcSliceTests.HelloController.class)
class WebMvcSliceTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void originOfPolicyIsAllowed() {
		assertThat(this.mvc.get().uri("/hello").header("Origin", "https://app.example.com")).hasStatusOk()
			.hasHeader("Access-Control-Allow-Origin", "https://app.example.com");
	}

	@Test
	void anyOtherOriginIsRejected() {
		assertThat(this.mvc.get().uri("/hello").header("Origin", "https://other.example.com")).hasStatus(403);
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
