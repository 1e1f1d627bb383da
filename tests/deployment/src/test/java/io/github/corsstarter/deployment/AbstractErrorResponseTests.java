package io.github.corsstarter.deployment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.github.corsstarter.wire.RawReply;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever goes wrong, and whatever the application does to the headers: each response
 * has the headers of the policy, each of them once.
 */
abstract class AbstractErrorResponseTests {

	static final String ORIGIN = "https://app.example.com";

	static final Map<String, String> PROPERTIES = Map.ofEntries(Map.entry("cors.paths", "/api/**"),
			Map.entry("cors.allowed-origins", ORIGIN), Map.entry("cors.allowed-methods", "*"),
			Map.entry("cors.exposed-headers", "X-Total"), Map.entry("cors.allow-credentials", "true"),
			Map.entry("cors.policies.open.paths", "/open/**"), Map.entry("cors.policies.open.allowed-origins", "*"),
			Map.entry("cors.policies.open.allow-credentials", "false"),
			Map.entry("spring.servlet.multipart.max-file-size", "100B"),
			Map.entry("spring.http.codecs.max-in-memory-size", "100B"));

	/**
	 * Return the server whose answers are expected.
	 * @return the server
	 */
	abstract Server server();

	abstract Address address();

	@TestFactory
	Stream<DynamicTest> allowedOriginReadsIt() {
		return situations((situation) -> {
			RawReply reply = situation.send(address(), "/api", "Origin: " + ORIGIN);
			assertThat(reply.status()).as(reply.toString()).isEqualTo(situation.status(server()));
			assertThat(reply.corsHeaders()).as(reply.toString())
				.containsExactly("Access-Control-Allow-Credentials: true", "Access-Control-Allow-Origin: " + ORIGIN,
						"Access-Control-Expose-Headers: X-Total");
			assertVary(situation, reply);
		});
	}

	@TestFactory
	Stream<DynamicTest> everyOriginReadsItUnderAnOpenPolicy() {
		return situations((situation) -> {
			RawReply reply = situation.send(address(), "/open", "Origin: https://anyone.example.com");
			assertThat(reply.status()).as(reply.toString()).isEqualTo(situation.status(server()));
			assertThat(reply.corsHeaders()).as(reply.toString())
				.containsExactly("Access-Control-Allow-Origin: *", "Access-Control-Expose-Headers: X-Total");
			RawReply withoutOrigin = situation.send(address(), "/open");
			assertThat(withoutOrigin.corsHeaders()).as(withoutOrigin.toString()).isEqualTo(reply.corsHeaders());
		});
	}

	@TestFactory
	Stream<DynamicTest> otherOriginIsRefused() {
		return situations((situation) -> {
			RawReply reply = situation.send(address(), "/api", "Origin: https://stranger.example.com");
			assertThat(reply.status()).as(reply.toString()).isEqualTo(403);
			assertThat(reply.body()).isEqualTo(situation.hasBody() ? "Invalid CORS request" : "");
			assertThat(reply.corsHeaders()).as(reply.toString()).isEmpty();
			assertThat(vary(reply)).as(reply.toString()).contains("origin").doesNotHaveDuplicates();
		});
	}

	@TestFactory
	Stream<DynamicTest> requestWithoutOriginIsAnsweredForCaches() {
		return situations((situation) -> {
			RawReply reply = situation.send(address(), "/api");
			assertThat(reply.status()).as(reply.toString()).isEqualTo(situation.status(server()));
			assertVary(situation, reply);
		});
	}

	@TestFactory
	Stream<DynamicTest> preflightIsAnsweredBeforeAnyOfIt() {
		return situations((situation) -> {
			RawReply reply = situation.preflight(address(), "/api", "Origin: " + ORIGIN);
			assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
			assertThat(reply.header("Access-Control-Allow-Origin")).containsExactly(ORIGIN);
			assertThat(reply.header("Access-Control-Allow-Methods")).hasSize(1);
			assertThat(reply.header("X-Content-Type-Options")).isEmpty();
			assertThat(vary(reply)).as(reply.toString())
				.contains("origin", "access-control-request-method", "access-control-request-headers")
				.doesNotHaveDuplicates();
		});
	}

	private Stream<DynamicTest> situations(Check check) {
		return Situations.on(server())
			.map((situation) -> DynamicTest.dynamicTest(situation.toString(), () -> check.check(situation)));
	}

	private void assertVary(Situation situation, RawReply reply) {
		if (situation.hasVary(server())) {
			assertThat(vary(reply)).as(reply.toString()).contains("origin").doesNotHaveDuplicates();
		}
		else {
			assertThat(vary(reply)).as(reply.toString()).isEmpty();
			assertThat(reply.header("Cache-Control")).singleElement().asString().contains("no-store");
		}
	}

	static List<String> vary(RawReply reply) {
		return reply.vary().stream().map((token) -> token.toLowerCase(Locale.ROOT)).toList();
	}

	/**
	 * What is true in a situation.
	 */
	private interface Check {

		void check(Situation situation);

	}

}
