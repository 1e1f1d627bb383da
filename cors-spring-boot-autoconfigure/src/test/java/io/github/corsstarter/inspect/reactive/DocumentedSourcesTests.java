package io.github.corsstarter.inspect.reactive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import io.github.corsstarter.inspect.InspectedApplication;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.reactive.CorsWebFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the answer of the endpoint in the documentation against the program.
 */
class DocumentedSourcesTests {

	private static final Path PAGE = Path.of("..", "docs", "endpoint.md");

	@Test
	void documentedAnswerIsGivenAndTrue() throws Exception {
		String section = Files.readString(PAGE).split("\n## Other CORS configuration\n")[1];
		String documented = section.split("```json\n")[1].split("```")[0];
		try (InspectedApplication application = InspectedApplication.startReactive(Shop.class, "cors.paths=/api/**",
				"cors.allowed-origins=https://shop.example.com",
				"management.endpoints.web.cors.allowed-origins=https://ops.example.com")) {
			Map<String, Object> answer = JsonPath.read(application.send("GET", "/actuator/cors").body(), "$");
			String sources = JsonPath.parse(answer.get("otherSources")).jsonString();
			JSONAssert.assertEquals(documented,
					sources.replace(BookController.class.getName(), "com.acme.shop.BookController"),
					JSONCompareMode.STRICT);
			assertThat(application.get("/feeds/new", "https://partner.example.net"))
				.isEqualTo("https://partner.example.net");
			assertThat(application.get("/actuator/health", "https://ops.example.com"))
				.isEqualTo("https://ops.example.com");
			assertThat(application.get("/api/books", "https://shop.example.com")).isEqualTo("https://shop.example.com");
			assertThat(application.get("/api/books", "https://partner.example.net")).isNull();
		}
	}

	@RestController
	static class BookController {

		@GetMapping("/api/books")
		@CrossOrigin("https://shop.example.com")
		String list() {
			return "Books";
		}

		@GetMapping("/feeds/{name}")
		@CrossOrigin("https://partner.example.net")
		String feed(@PathVariable String name) {
			return name;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Shop {

		@Bean
		BookController bookController() {
			return new BookController();
		}

		@Bean
		CorsWebFilter legacyFilter() {
			return new CorsWebFilter((exchange) -> null);
		}

	}

}
