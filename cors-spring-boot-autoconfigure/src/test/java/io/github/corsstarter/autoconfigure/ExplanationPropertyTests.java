package io.github.corsstarter.autoconfigure;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsDecisionListener;
import io.github.corsstarter.wire.HttpHeader;
import io.github.corsstarter.wire.RawHttpClient;
import io.github.corsstarter.wire.RawHttpResponse;
import io.github.corsstarter.wire.ResponseHeaders;
import org.json.JSONException;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the endpoint explains is what happens: random requests to random policies, each
 * asked about first and then sent to a real server.
 */
class ExplanationPropertyTests {

	private static final int POLICIES = 30;

	private static final int ROUNDS = Math.max(300, Integer.getInteger("cors.test.rounds", 2000) / 1000);

	private static final List<String> ORIGINS = List.of("https://app.example.com", "http://app.example.com",
			"https://a.b.example.org", "https://www.app.example.com", "https://pr-7.example.net", "https://x.example",
			"https://app.example.com:8443", "null", "https://app.example.com/", "HTTPS://app.example.com", "app",
			"https://a b");

	private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "put", "DELETE", "PATCH", "patch",
			"OPTIONS", "PURGE");

	private static final List<String> SAFELISTED_HEADERS = List.of("accept", "accept-language", "content-language",
			"range");

	private static final List<String> HEADERS = List.of("X-Trace", "x-trace", "Content-Type", "Authorization", "Accept",
			"range", "x-other");

	private final long seed = System.nanoTime();

	private final Random random = new Random(this.seed);

	@ParameterizedTest
	@CsvSource({ "SERVLET, false", "SERVLET, true", "REACTIVE, false", "REACTIVE, true" })
	void explanationIsWhatHappens(WebApplicationType type, boolean explained) throws Exception {
		try (ConfigurableApplicationContext application = start(type, explained)) {
			int port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
			Decisions decisions = application.getBean(Decisions.class);
			for (int round = 0; round < ROUNDS; round++) {
				Asked asked = ask(port);
				JSONObject explanation = explain(port, asked);
				String description = "seed " + this.seed + ": " + asked + " is " + explanation;
				CorsDecision preflight = send(port, "OPTIONS", asked.path(), asked.preflightHeaders(),
						explanation.getJSONObject("preflight"), decisions, description);
				CorsDecision actual = send(port, asked.sentMethod(), asked.path(), asked.actualHeaders(),
						explanation.getJSONObject("actual"), decisions, description);
				assertThat(explanation.getJSONObject("preflight").getBoolean("needed")).as(description)
					.isEqualTo(asked.needsPreflight(port));
				CorsDecision decisive = (asked.needsPreflight(port) && isRejected(preflight)) ? preflight : actual;
				assertThat(explanation.optString("reason")).as(description).isEqualTo(reason(decisive));
				assertThat(explanation.getString("outcome").equals("rejected")).as(description)
					.isEqualTo(isRejected(decisive));
			}
		}
	}

	private static boolean isRejected(@Nullable CorsDecision decision) {
		return decision != null && decision.outcome() == CorsDecision.Outcome.REJECTED;
	}

	private static String reason(@Nullable CorsDecision decision) {
		return (decision != null && decision.reason() != null) ? decision.reason().toString() : "null";
	}

	private Asked ask(int port) {
		List<String> origins = new ArrayList<>(ORIGINS);
		origins.addAll(List.of("http://localhost:" + port, "https://localhost:" + port, "http://localhost"));
		return new Asked("/p" + this.random.nextInt(POLICIES + 1) + "/x", one(origins), one(METHODS), some(HEADERS));
	}

	private static JSONObject explain(int port, Asked asked) throws IOException, JSONException {
		String target = "/actuator/cors/explain?path=" + encode(asked.path()) + "&origin=" + encode(asked.origin())
				+ "&method=" + encode(asked.method()) + "&headers=" + encode(String.join(",", asked.headers()));
		RawHttpResponse response = new RawHttpClient(port).send("GET", target, List.of(host(port)));
		assertThat(response.status()).as(target).isEqualTo(200);
		return new JSONObject(response.body());
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static HttpHeader host(int port) {
		return new HttpHeader("Host", "localhost:" + port);
	}

	private static @Nullable CorsDecision send(int port, String method, String path, List<HttpHeader> headers,
			JSONObject predicted, Decisions decisions, String description) throws IOException, JSONException {
		List<HttpHeader> lines = new ArrayList<>(headers);
		lines.add(host(port));
		decisions.last().set(null);
		RawHttpResponse response = new RawHttpClient(port).send(method, path, lines);
		assertThat(corsHeaders(response)).as(description).isEqualTo(corsHeaders(predicted.getJSONObject("headers")));
		String vary = predicted.getJSONObject("headers").optString("Vary");
		List<String> tokens = ResponseHeaders.tokens(List.of(vary).stream()).toList();
		List<String> sent = ResponseHeaders.tokens(response.values("Vary").stream()).toList();
		if (predicted.isNull("status")) {
			assertThat(response.status()).as(description).isNotEqualTo(403);
			assertThat(sent).as(description).containsAll(tokens);
		}
		else {
			assertThat(response.status()).as(description).isEqualTo(predicted.getInt("status"));
			assertThat(sent).as(description).containsExactlyElementsOf(tokens);
		}
		return decisions.last().get();
	}

	private static Map<String, String> corsHeaders(RawHttpResponse response) {
		Map<String, String> headers = new TreeMap<>();
		response.headers()
			.stream()
			.filter((header) -> header.name().toLowerCase(Locale.ROOT).startsWith("access-control-"))
			.forEach((header) -> headers.merge(header.name().toLowerCase(Locale.ROOT), header.value(),
					(first, second) -> first + " and " + second));
		return headers;
	}

	private static Map<String, String> corsHeaders(JSONObject predicted) throws JSONException {
		Map<String, String> headers = new TreeMap<>();
		for (Iterator<?> names = predicted.keys(); names.hasNext();) {
			String name = (String) names.next();
			if (!name.equals("Vary")) {
				headers.put(name.toLowerCase(Locale.ROOT), predicted.getString(name));
			}
		}
		return headers;
	}

	private ConfigurableApplicationContext start(WebApplicationType type, boolean explained) {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--logging.level.root=off",
				"--management.endpoints.web.exposure.include=cors", "--cors.explain-rejections=" + explained,
				"--cors.validation.rules.wildcard-with-credentials=off"));
		for (int i = 0; i < POLICIES; i++) {
			String policy = "--cors.policies.p" + i + ".";
			arguments.add(policy + "paths=/p" + i + "/**");
			arguments.add(policy + "allowed-origins=" + String.join(",",
					some(List.of("https://app.example.com", "null", "http://localhost", "*", "https://example.org"))));
			arguments.add(policy + "allowed-origin-patterns="
					+ String.join(",", some(List.of("https://*.example.org", "https://app.example.com:[*]"))));
			arguments.add(policy + "allowed-methods="
					+ String.join(",", some(List.of("GET", "POST", "PUT", "patch", "*", "DELETE"))));
			arguments.add(policy + "allowed-headers="
					+ String.join(",", some(List.of("x-trace", "Content-Type", "*", "authorization"))));
			arguments.add(policy + "exposed-headers=" + String.join(",", some(List.of("X-Total"))));
			arguments.add(policy + "allow-credentials=" + this.random.nextBoolean());
			arguments.add(policy + "preflight-status=" + one(List.of("200", "204")));
		}
		return new SpringApplicationBuilder(Application.class).web(type)
			.bannerMode(Banner.Mode.OFF)
			.run(arguments.toArray(String[]::new));
	}

	private List<String> some(List<String> values) {
		List<String> some = new ArrayList<>();
		for (int i = this.random.nextInt(values.size() + 1); i > 0; i--) {
			some.add(one(values));
		}
		return some;
	}

	private String one(List<String> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	/**
	 * A request that a script asks a browser for.
	 *
	 * @param path the path
	 * @param origin the origin of the page
	 * @param method the method, as the script spells it
	 * @param headers the names of the headers it sets
	 */
	private record Asked(String path, String origin, String method, List<String> headers) {

		String sentMethod() {
			return this.method.equals("put") ? "PUT" : this.method;
		}

		boolean needsPreflight(int port) {
			return !this.origin.endsWith("://localhost:" + port)
					&& (!List.of("GET", "HEAD", "POST").contains(this.method) || !requestedHeaders().isEmpty());
		}

		private TreeSet<String> requestedHeaders() {
			TreeSet<String> names = new TreeSet<>();
			this.headers.forEach((name) -> names.add(name.toLowerCase(Locale.ROOT)));
			SAFELISTED_HEADERS.forEach(names::remove);
			return names;
		}

		List<HttpHeader> actualHeaders() {
			return List.of(new HttpHeader("Origin", this.origin));
		}

		List<HttpHeader> preflightHeaders() {
			List<HttpHeader> lines = new ArrayList<>(actualHeaders());
			lines.add(new HttpHeader("Access-Control-Request-Method", sentMethod()));
			if (!requestedHeaders().isEmpty()) {
				lines.add(new HttpHeader("Access-Control-Request-Headers", String.join(",", requestedHeaders())));
			}
			return lines;
		}

	}

	/**
	 * What was decided last.
	 *
	 * @param last the decision, or {@code null} if there was none
	 */
	record Decisions(AtomicReference<@Nullable CorsDecision> last) {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		Decisions decisions() {
			return new Decisions(new AtomicReference<>());
		}

		@Bean
		CorsDecisionListener decisionsListener(Decisions decisions) {
			return (request, decision) -> decisions.last().set(decision);
		}

	}

}
