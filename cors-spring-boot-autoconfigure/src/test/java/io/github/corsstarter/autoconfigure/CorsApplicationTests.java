package io.github.corsstarter.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application with one property, on a real port of each stack.
 */
class CorsApplicationTests {

	private final HttpClient client = HttpClient.newHttpClient();

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void onePropertyIsEnough(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext application = start(type)) {
			HttpResponse<String> preflight = send(application,
					HttpRequest.newBuilder()
						.method("OPTIONS", HttpRequest.BodyPublishers.noBody())
						.header("Access-Control-Request-Method", "POST")
						.header("Access-Control-Request-Headers", "x-trace"));
			assertThat(preflight.statusCode()).isEqualTo(200);
			assertThat(preflight.headers().allValues("Access-Control-Allow-Origin"))
				.containsExactly("https://app.example.com");
			assertThat(preflight.headers().allValues("Access-Control-Allow-Methods"))
				.containsExactly("GET, HEAD, POST");
			assertThat(preflight.headers().allValues("Access-Control-Allow-Headers")).containsExactly("x-trace");
			assertThat(preflight.headers().allValues("Access-Control-Max-Age")).containsExactly("1800");
			assertThat(preflight.body()).isEmpty();
			HttpResponse<String> actual = send(application, HttpRequest.newBuilder());
			assertThat(actual.statusCode()).isEqualTo(200);
			assertThat(actual.body()).isEqualTo("Hello");
			assertThat(actual.headers().allValues("Access-Control-Allow-Origin"))
				.containsExactly("https://app.example.com");
			assertThat(actual.headers().allValues("Vary")).containsExactly("Origin");
			HttpResponse<String> rejected = send(application, HttpRequest.newBuilder(), "https://other.example.com");
			assertThat(rejected.statusCode()).isEqualTo(403);
			assertThat(rejected.body()).isEqualTo("Invalid CORS request");
			assertThat(rejected.headers().allValues("Access-Control-Allow-Origin")).isEmpty();
		}
	}

	private HttpResponse<String> send(ConfigurableApplicationContext application, HttpRequest.Builder request)
			throws IOException, InterruptedException {
		return send(application, request, "https://app.example.com");
	}

	private HttpResponse<String> send(ConfigurableApplicationContext application, HttpRequest.Builder request,
			String origin) throws IOException, InterruptedException {
		String port = application.getEnvironment().getRequiredProperty("local.server.port");
		return this.client.send(
				request.uri(URI.create("http://localhost:" + port + "/hello")).header("Origin", origin).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	private static ConfigurableApplicationContext start(WebApplicationType type) {
		return new SpringApplicationBuilder(Application.class).web(type)
			.bannerMode(Banner.Mode.OFF)
			.run("--server.port=0", "--cors.allowed-origins=https://app.example.com");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Application {

		@GetMapping("/hello")
		String hello() {
			return "Hello";
		}

	}

}
