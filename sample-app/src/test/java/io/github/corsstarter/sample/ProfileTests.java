package io.github.corsstarter.sample;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Which profiles start the shop, whom they let in, and which refuse to start it.
 */
class ProfileTests {

	@Test
	void devLetsFrontEndServerIn() {
		try (RunningShop shop = RunningShop.start("dev")) {
			WireClient client = shop.client();
			assertThat(client.send("GET", "/api/books", "Origin", "http://localhost:5173").statusCode()).isEqualTo(200);
			assertThat(client.send("GET", "/api/books", "Origin", "http://127.0.0.1:9000").statusCode()).isEqualTo(200);
			HttpResponse<String> rejected = client.send("GET", "/api/books", "Origin", "http://localhost:5174");
			assertThat(rejected.statusCode()).isEqualTo(403);
			assertThat(rejected.body()).contains("origin-not-allowed", "http://localhost:5174", "cors.allowed-origins");
		}
	}

	@Test
	void stagingLetsItsOwnHostsAndPreviewsIn() {
		try (RunningShop shop = RunningShop.start("staging")) {
			WireClient client = shop.client();
			assertThat(
					client.send("GET", "/api/books", "Origin", "https://new.staging.bookshop.example.com").statusCode())
				.isEqualTo(200);
			assertThat(client.send("GET", "/api/books", "Origin", "https://pr-17.preview.bookshop.example.com")
				.statusCode()).isEqualTo(200);
			assertThat(client.send("GET", "/api/books", "Origin", "http://127.0.0.1:9000").statusCode()).isEqualTo(403);
			assertThat(client.send("GET", "/actuator/cors").body()).contains("\"production\":true");
		}
	}

	@Test
	void prodLetsTheShopInAlone() {
		try (RunningShop shop = RunningShop.start("prod")) {
			WireClient client = shop.client();
			assertThat(client.send("GET", "/api/books", "Origin", "https://bookshop.example.com").statusCode())
				.isEqualTo(200);
			assertThat(client.send("GET", "/api/books", "Origin", "http://127.0.0.1:9000").statusCode()).isEqualTo(403);
			assertThat(client.send("GET", "/catalog", "Origin", "https://anyone.example").statusCode()).isEqualTo(200);
			assertThat(client.send("GET", "/actuator/cors").statusCode()).isEqualTo(404);
		}
	}

	@Test
	void prodObeysAMountedFileThatChanges(@TempDir Path mounted) throws IOException {
		String partner = "https://partner.example.net";
		try (RunningShop shop = RunningShop.start("prod", mounted)) {
			WireClient client = shop.client();
			assertThat(client.send("GET", "/api/books", "Origin", partner).statusCode()).isEqualTo(403);
			Files.writeString(mounted.resolve("cors.yml"),
					"cors.allowed-origins: [https://bookshop.example.com, " + partner + "]");
			await().atMost(Duration.ofMinutes(1))
				.until(() -> client.send("GET", "/api/books", "Origin", partner).statusCode() == 200);
			Files.delete(mounted.resolve("cors.yml"));
			await().atMost(Duration.ofMinutes(1))
				.until(() -> client.send("GET", "/api/books", "Origin", partner).statusCode() == 403);
		}
	}

	@Test
	void prodStartsOnWebFluxToo() {
		try (RunningShop shop = RunningShop.start("prod,reactive")) {
			assertThat(shop.client().send("GET", "/api/books", "Origin", "https://bookshop.example.com").statusCode())
				.isEqualTo(200);
		}
	}

	@Test
	void brokenRefusesToStartAndNamesFileAndLineOfEachProblem() {
		BookshopProcess process = BookshopProcess.run(Map.of(), "prod,broken");
		assertRefused(process);
		assertThat(process.output()).contains("8 problems");
		assertProblem(process, "explain-rejections: cors.explain-rejections = true", "application-broken.yml", "7:23");
		assertProblem(process, "unknown-property: cors.alowed-headers", "application-broken.yml", "8:20");
		assertProblem(process, "localhost-origin: cors.allowed-origins[1] = http://localhost:5173",
				"application-broken.yml", "11:7");
		assertProblem(process, "insecure-origin: cors.allowed-origins[2] = http://partner.example.org",
				"application-broken.yml", "12:7");
		assertProblem(process, "null-origin: cors.allowed-origins[3] = null", "application-broken.yml", "13:7");
		assertProblem(process,
				"unbounded-origins: cors.policies.previews.allowed-origin-patterns[0] = https://bookshop-*.vercel.app",
				"cors-broken.yml", "7:11");
		assertProblem(process,
				"unbounded-origins: cors.policies.partners.allowed-origin-regexes[0] = https://.*.bookshop.example\\.com",
				"cors-broken.yml", "11:11");
		assertProblem(process, "wildcard-with-credentials: cors.policies.feed.allowed-origin-patterns[0] = https://*",
				"cors-broken.yml", "14:33");
	}

	@Test
	void originFromEnvironmentIsRefusedByTheNameOfItsVariable() {
		BookshopProcess process = BookshopProcess.run(Map.of("CORS_ALLOWED_ORIGINS", "http://localhost:3000"), "prod");
		assertRefused(process);
		assertThat(process.output()).containsSubsequence("localhost-origin: cors.allowed-origins",
				"http://localhost:3000", "CORS_ALLOWED_ORIGINS");
	}

	@Test
	void originFromEnvironmentIsLetIn() {
		BookshopProcess process = BookshopProcess
			.run(Map.of("CORS_ALLOWED_ORIGINS", "https://new.bookshop.example.com"), "prod");
		assertThat(process.exitCode()).isNotZero();
		assertThat(process.output()).contains("was already in use").doesNotContain("localhost-origin");
	}

	/**
	 * Spring Boot adds the jar where the file is in one.
	 */
	private static void assertProblem(BookshopProcess process, String problem, String file, String position) {
		assertThat(process.output()).containsPattern(Pattern.quote(". " + problem) + "\\R +at class path resource \\["
				+ Pattern.quote(file) + "](?: from \\S+\\.jar)? - " + position + "\\R");
	}

	private static void assertRefused(BookshopProcess process) {
		assertThat(process.exitCode()).as(process.output()).isNotZero();
		assertThat(process.output())
			.contains("APPLICATION FAILED TO START", "The CORS policy is not safe for production")
			.doesNotContain("was already in use");
	}

}
