package io.github.corsstarter.deployment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.jayway.jsonpath.JsonPath;
import io.github.corsstarter.wire.HttpHeader;
import io.github.corsstarter.wire.RawHttpClient;
import io.github.corsstarter.wire.RawHttpResponse;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A policy of very many origins: the endpoint shows the first of them, and how many there
 * are.
 */
class ScaleTests {

	private static final int EXACT = 100_000;

	private static final int PATTERNS = 10_000;

	private static final int MEGABYTE = 1_000_000;

	@ParameterizedTest
	@EnumSource(names = { "MVC_TOMCAT", "WEBFLUX_NETTY" })
	void endpointShowsTheFirstThousandInLessThanAMegabyte(Server server, @TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("scale.properties"),
				"cors.allow-credentials=true\n" + list("allowed-origins", EXACT, "https://customer%d.example.com")
						+ list("allowed-origin-patterns", PATTERNS, "https://app-*.customer%d.example.net"));
		try (Deployment deployment = Deployment.on(server)
			.with(Feature.ACTUATOR)
			.property("spring.profiles.active", "prod")
			.property("spring.config.additional-location", file.toUri().toString())
			.property("management.endpoints.web.exposure.include", "cors")
			.start()) {
			RawHttpResponse reply = new RawHttpClient(deployment.port()).send("GET", "/actuator/cors",
					List.of(new HttpHeader("Host", "localhost")));
			assertThat(reply.status()).isEqualTo(200);
			assertThat(reply.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MEGABYTE);
			Map<String, Object> policy = JsonPath.read(reply.body(), "$.policies[0]");
			assertThat(policy.get("truncated"))
				.isEqualTo(Map.of("allowedOrigins", EXACT, "allowedOriginPatterns", PATTERNS));
			assertThat((List<?>) policy.get("allowedOrigins")).hasSize(1000);
			assertThat((List<?>) policy.get("allowedOriginPatterns")).hasSize(1000);
			assertThat(deployment.send("GET /api/x", "Origin: https://customer" + (EXACT - 1) + ".example.com")
				.header("Access-Control-Allow-Origin")).hasSize(1);
			assertThat(deployment.send("GET /api/x", "Origin: https://app-x.customer" + (PATTERNS - 1) + ".example.net")
				.header("Access-Control-Allow-Origin")).hasSize(1);
		}
	}

	private static String list(String key, int entries, String entry) {
		return IntStream.range(0, entries)
			.mapToObj(entry::formatted)
			.collect(Collectors.joining(",", "cors." + key + "=", "\n"));
	}

}
