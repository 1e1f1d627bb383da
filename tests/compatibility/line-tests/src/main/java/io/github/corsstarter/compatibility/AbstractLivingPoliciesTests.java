package io.github.corsstarter.compatibility;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

import io.github.corsstarter.reload.CorsPolicyReloader;
import io.github.corsstarter.reload.ReloadResult;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Policies change while the application runs, only report, and are proposed for what is
 * there already.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AbstractLivingPoliciesTests {

	private static final String APP = "https://app.example.com";

	private static final String NEXT = "https://next.example.com";

	private static final String OLD = "https://old.example.com";

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private final WebApplicationType type;

	private Path directory;

	private ConfigurableApplicationContext context;

	AbstractLivingPoliciesTests(WebApplicationType type) {
		this.type = type;
	}

	@BeforeAll
	void start(@TempDir Path directory) throws IOException {
		this.directory = directory;
		write(APP);
		this.context = new SpringApplicationBuilder(Shop.class).web(this.type)
			.properties("spring.config.name=none", "spring.config.import=file:" + file(), "server.port=0",
					"cors.reload.watch-files=true", "cors.reload.interval=1s",
					"management.endpoints.web.exposure.include=cors")
			.run();
	}

	@BeforeEach
	void reset() throws IOException {
		write(APP);
		this.context.getBean(CorsPolicyReloader.class).reload();
	}

	@AfterAll
	void stop() {
		this.context.close();
	}

	@Test
	void callTakesEffectAtOnce() throws Exception {
		assertThat(isReadable("/items", NEXT)).isFalse();
		write(NEXT);
		ReloadResult result = this.context.getBean(CorsPolicyReloader.class).reload();
		assertThat(result.outcome()).isEqualTo(ReloadResult.Outcome.APPLIED);
		assertThat(isReadable("/items", NEXT)).isTrue();
		assertThat(get("/items", APP).statusCode()).isEqualTo(403);
	}

	@Test
	void changedFileIsNoticed() throws Exception {
		write(NEXT);
		Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(isReadable("/items", NEXT)).isTrue());
	}

	@Test
	void refusedChangeChangesNothing() throws Exception {
		write("not an origin");
		ReloadResult result = this.context.getBean(CorsPolicyReloader.class).reload();
		assertThat(result.outcome()).isEqualTo(ReloadResult.Outcome.REFUSED);
		assertThat(isReadable("/items", APP)).isTrue();
		assertThat(get("/actuator/cors", APP).body()).contains("\"state\":\"refused\"", "invalid-origin");
	}

	@Test
	void policyThatOnlyReportsIsCountedAndTouchesNothing() throws Exception {
		assertThat(isReadable("/old", OLD)).isTrue();
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(get("/actuator/cors/report", APP).body()).contains("\"policy\":\"next\"",
					"\"origin\":\"" + OLD + "\"", "\"change\":\"would-break\""));
	}

	@Test
	void whatIsThereIsProposedAsPolicies() throws Exception {
		assertThat(get("/actuator/cors/migration", APP).body()).contains("/old", OLD, "\"yaml\"");
	}

	private Path file() {
		return this.directory.resolve("cors.yml");
	}

	private void write(String origin) throws IOException {
		Path whole = Files.writeString(this.directory.resolve("cors.yml.next"), """
				cors:
				  paths: /items/**
				  allowed-origins: "%s"
				  policies:
				    next:
				      enforcement: report-only
				      paths: /old/**
				      allowed-origins: https://next.example.com
				""".formatted(origin));
		Files.move(whole, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	private boolean isReadable(String path, String origin) throws Exception {
		return get(path, origin).headers().allValues("Access-Control-Allow-Origin").contains(origin);
	}

	private HttpResponse<String> get(String path, String origin) throws Exception {
		String port = this.context.getEnvironment().getRequiredProperty("local.server.port");
		return CLIENT.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
			.header("Origin", origin)
			.header("Sec-Fetch-Site", "cross-site")
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Controller.class)
	static class Shop {

	}

	@RestController
	static class Controller {

		@GetMapping("/items")
		String items() {
			return "items";
		}

		@CrossOrigin(OLD)
		@GetMapping("/old")
		String old() {
			return "old";
		}

	}

}
