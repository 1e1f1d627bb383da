package io.github.corsstarter.deployment;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.corsstarter.autoconfigure.OnDemand;
import io.github.corsstarter.report.CorsReport;
import io.github.corsstarter.wire.RawReply;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A policy that only reports, in each server: nothing that is answered changes by a byte,
 * and every request is reported once, however its answer comes about.
 */
class ReportOnlyServerTests {

	private static final String APP = "https://app.example.com";

	private static final String OLD = "https://old.example.com";

	private static final List<String> PATHS = List.of("/annotated", "/none", "/enforced/x", "/broken", "/later",
			"/later-broken", "/missing");

	private static final List<String> ORIGINS = List.of(APP, OLD, "null");

	@ParameterizedTest
	@EnumSource
	void everyAnswerIsTheSameByteForByteAndReportedOnce(Server server) {
		Map<String, RawReply> without;
		try (Deployment deployment = deployment(server).start()) {
			without = record(deployment);
		}
		try (Deployment deployment = deployment(server).properties(Map.of("cors.policies.next.enforcement",
				"report-only", "cors.policies.next.paths", "/**", "cors.policies.next.allowed-origins", APP))
			.start()) {
			record(deployment)
				.forEach((request, reply) -> assertThat(reply).as(request).isEqualTo(without.get(request)));
			CorsReport report = (CorsReport) deployment.context().getBean("corsReport", OnDemand.class).get();
			Awaitility.await()
				.untilAsserted(() -> assertThat(entries(report)).hasSize(PATHS.size() * ORIGINS.size() * 2)
					.extracting((entry) -> entry.get("count"))
					.containsOnly(1L));
			assertThat(changes(report, OLD)).containsOnly(Map.entry("/annotated", "would-break"),
					Map.entry("/none", "would-stop"), Map.entry("/enforced/x", "would-break"),
					Map.entry("/broken", "same"), Map.entry("/later", "would-break"),
					Map.entry("/later-broken", "would-break"), Map.entry("/missing", "same"));
		}
	}

	private static Deployment.Builder deployment(Server server) {
		return Deployment.on(server)
			.application(Application.class)
			.property("cors.policies.api.paths", "/enforced/**")
			.property("cors.policies.api.allowed-origins", APP + "," + OLD)
			.property("logging.level.root", "off");
	}

	private static Map<String, RawReply> record(Deployment deployment) {
		Map<String, RawReply> replies = new LinkedHashMap<>();
		for (String path : PATHS) {
			for (String origin : ORIGINS) {
				record(deployment, replies, "OPTIONS " + path, "Origin: " + origin, "Host: localhost",
						"Access-Control-Request-Method: GET", "Access-Control-Request-Headers: x-a");
				record(deployment, replies, "GET " + path, "Origin: " + origin, "Host: localhost");
			}
			record(deployment, replies, "GET " + path, "Origin: http://localhost", "Host: localhost");
			record(deployment, replies, "GET " + path, "Host: localhost");
		}
		return replies;
	}

	private static void record(Deployment deployment, Map<String, RawReply> replies, String request,
			String... headers) {
		replies.put(request + " " + String.join(", ", headers), withoutTime(deployment.send(request, headers)));
	}

	/**
	 * Leave out what differs from one request to the next. A time may end in a zero,
	 * which is left out, so that lengths differ too.
	 */
	private static RawReply withoutTime(RawReply reply) {
		boolean timed = reply.body().contains("\"timestamp\"");
		List<String> lines = reply.lines()
			.stream()
			.filter((line) -> !line.matches("(?i)date:.*") && !(timed && line.matches("(?i)content-length:.*")))
			.toList();
		String body = timed ? reply.body()
			.replaceAll("\"(timestamp|requestId)\":\"[^\"]*\"", "")
			.replaceFirst("^[0-9A-Fa-f]+\r\n", "") : reply.body();
		return new RawReply(reply.status(), lines, body);
	}

	private static Map<String, String> changes(CorsReport report, String origin) {
		Map<String, String> changes = new LinkedHashMap<>();
		entries(report).stream()
			.filter((entry) -> origin.equals(entry.get("origin")) && "actual".equals(entry.get("type")))
			.forEach((entry) -> changes.put(String.valueOf(entry.get("path")), String.valueOf(entry.get("change"))));
		return changes;
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> entries(CorsReport report) {
		List<Map<String, Object>> policies = (List<Map<String, Object>>) Objects
			.requireNonNull(report.toMembers().get("policies"));
		return (List<Map<String, Object>>) Objects.requireNonNull(policies.get(0).get("entries"));
	}

	/**
	 * What is called.
	 */
	@Configuration(proxyBeanMethods = false)
	@RestController
	static class Application {

		@CrossOrigin({ APP, OLD })
		@GetMapping("/annotated")
		String annotated() {
			return "annotated";
		}

		@GetMapping({ "/none", "/enforced/x" })
		String plain() {
			return "plain";
		}

		@GetMapping("/broken")
		String broken() {
			throw new IllegalStateException("broken");
		}

		@CrossOrigin({ APP, OLD })
		@GetMapping("/later")
		Mono<String> later() {
			return Mono.delay(Duration.ofMillis(2)).map((tick) -> "later");
		}

		@CrossOrigin({ APP, OLD })
		@GetMapping("/later-broken")
		Mono<String> laterBroken() {
			return Mono.delay(Duration.ofMillis(2)).map((tick) -> {
				throw new IllegalStateException("broken later");
			});
		}

	}

}
