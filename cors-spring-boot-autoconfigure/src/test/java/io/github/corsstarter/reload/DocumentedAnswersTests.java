package io.github.corsstarter.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.documentation.Page;
import io.github.corsstarter.source.OriginSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Answers of an application whose policies were replaced have the members that the
 * documentation shows, and its log has the line.
 */
@ExtendWith(OutputCaptureExtension.class)
class DocumentedAnswersTests {

	@Test
	void answersAndLogAreAsDocumented(@TempDir Path directory, CapturedOutput output) throws IOException {
		Path file = Files.writeString(directory.resolve("cors.yml"), policies("https://old.example.com"));
		try (ReloadedShop shop = ReloadedShop.start(WebApplicationType.SERVLET, List.of(Customers.class),
				"--spring.config.import=file:" + file, "--cors.reload.watch-files=true", "--cors.reload.interval=1s",
				"--cors.validation.rules.policy-overlap=off")) {
			shop.get("/items", "https://evil.example.net");
			ReloadedShop.write(file, policies("https://new.example.com"));
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(shop.allows("https://new.example.com")).isTrue());
			assertThat(withoutRevision(output.getOut()))
				.contains(withoutRevision(new Page("docs/reload.md").examples("text").get(0).text()));

			JsonNode endpoint = json(shop.view("cors"));
			assertThat(members(endpoint.get("reload"))).isEqualTo(documented("docs/endpoint.md", "restartNeeded", 1));
			assertThat(members(endpoint.get("policies").get(0).get("originSource")))
				.isEqualTo(documented("docs/endpoint.md", "\"originSource\":", 0));
			assertThat(members(json(shop.view("cors/refused-origins"))))
				.isEqualTo(documented("docs/endpoint.md", "\"refused\": [", 0));
			assertThat(members(json(shop.view("cors/report"))))
				.isEqualTo(documented("docs/report-only.md", "totals", 0));
			assertThat(members(json(shop.view("info")).get("cors")))
				.isEqualTo(documented("docs/operations.md", "revision", 0));
		}
	}

	@Test
	void snapshotIsAsDocumented() throws Exception {
		String text = new Page("docs/snapshots.md").examples("json").get(0).text();
		assertThat(CorsSnapshot.parse(text).toJson()).isEqualTo(text);
	}

	private static String policies(String origin) {
		return """
				cors:
				  paths: /items
				  allowed-origins: [https://app.example.com, %s]
				  origin-source: customers
				  policies:
				    next:
				      paths: /items
				      allowed-origins: https://app.example.com
				      enforcement: report-only
				""".formatted(origin);
	}

	private static String withoutRevision(String text) {
		return text.replaceAll("revision [0-9a-f]{12}", "revision");
	}

	private static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text);
	}

	private static Set<String> documented(String page, String word, int index) {
		String text = new Page(page).examples("json")
			.stream()
			.map((example) -> example.text().strip())
			.filter((example) -> example.contains(word))
			.toList()
			.get(index);
		JsonNode json = json(text.startsWith("\"") ? "{" + text + "}" : text);
		return members((text.startsWith("\"") || page.equals("docs/operations.md")) ? json.iterator().next() : json);
	}

	/**
	 * Return the paths of all members, those of elements without their indexes.
	 */
	private static Set<String> members(JsonNode node) {
		Set<String> members = new TreeSet<>();
		node.forEachEntry((name, value) -> {
			members.add(name);
			members(value).forEach((inner) -> members.add(name + "." + inner));
		});
		if (node.isArray()) {
			node.forEach((element) -> members.addAll(members(element)));
		}
		return members;
	}

	/**
	 * Has a customer who may have one origin and not the other.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Customers {

		@Bean
		OriginSource customers() {
			return (sink) -> {
				sink.add("a.service.example", "https://a.example.com");
				sink.add("a.service.example", "https://*.github.io");
			};
		}

	}

}
