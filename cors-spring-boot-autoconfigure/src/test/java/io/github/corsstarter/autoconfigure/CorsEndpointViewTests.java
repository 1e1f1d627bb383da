package io.github.corsstarter.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.corsstarter.wire.RawReply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the endpoint explains and remembers, asked over the wire.
 */
class CorsEndpointViewTests {

	private static final String TOO_LONG = "a".repeat(2049);

	/** What is asked, and the answer after {@code The parameter '}. */
	private static final Map<String, String> BAD_QUERIES = Map.ofEntries(Map.entry("", "path' is required."),
			Map.entry("origin=https://a.example", "path' is required."),
			Map.entry("path=%20&origin=https://a.example", "path' is required."),
			Map.entry("path=a&origin=null", "path' must begin with a slash, such as /api/users."),
			Map.entry("path=https://a.example/a&origin=null", "path' must begin with a slash, such as /api/users."),
			Map.entry("path=/" + TOO_LONG + "&origin=null", "path' must not be longer than 2048 characters."),
			Map.entry("path=/a", "origin' is required."), Map.entry("path=/a&origin=", "origin' is required."),
			Map.entry("path=/a&origin=" + TOO_LONG, "origin' must not be longer than 2048 characters."),
			Map.entry("path=/a&origin=null&method=P%0D%0A", "method' must be a method, such as PUT."),
			Map.entry("path=/a&origin=null&method=P%00", "method' must be a method, such as PUT."),
			Map.entry("path=/a&origin=null&method=GET%20/", "method' must be a method, such as PUT."),
			Map.entry("path=/a&origin=null&method=" + TOO_LONG, "method' must not be longer than 2048 characters."),
			Map.entry("path=/a&origin=null&headers=a%20b",
					"headers' must be header names with commas between them, such as authorization,x-trace."),
			Map.entry("path=/a&origin=null&headers=x-a:%201",
					"headers' must be header names with commas between them, such as authorization,x-trace."),
			Map.entry("path=/a&origin=null&headers=" + TOO_LONG, "headers' must not be longer than 2048 characters."));

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void rejectionIsExplained(WebApplicationType type) throws Exception {
		try (Application application = Application.start(type)) {
			String json = application
				.explain("path=/api/users&origin=https://x.example&method=PUT&headers=authorization,x-trace");
			String expected = """
					{
					  "path": "/api/users", "origin": "https://x.example", "method": "PUT",
					  "headers": ["authorization", "x-trace"],
					  "policy": "base", "matchedPath": "/**",
					  "outcome": "rejected",
					  "reason": "origin-not-allowed",
					  "explanation": "https://x.example is not among the origins that policy 'base' allows.",
					  "remedy": "Add https://x.example to cors.allowed-origins.",
					  "preflight": {"needed": true, "status": 403, "headers":
					    {"Vary": "Origin, Access-Control-Request-Method, Access-Control-Request-Headers"},
					    "decidedBy": "base"},
					  "actual": {"status": 403, "headers": {"Vary": "Origin"}, "decidedBy": "base"},
					  "matchedBy": null
					}""";
			JSONAssert.assertEquals(json, expected, json, JSONCompareMode.STRICT);
			assertThat(json.replaceAll("\\s", "")).contains(expected.replaceAll("\\s", ""));
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void permissionIsExplained(WebApplicationType type) throws Exception {
		try (Application application = Application.start(type)) {
			String json = application.explain("path=/api/users&origin=https://app.example.com&method=POST"
					+ "&headers=Content-Type,Accept,X-Trace");
			JSONAssert.assertEquals(json, """
					{
					  "path": "/api/users", "origin": "https://app.example.com", "method": "POST",
					  "headers": ["Content-Type", "Accept", "X-Trace"],
					  "policy": "base", "matchedPath": "/**",
					  "outcome": "allowed",
					  "reason": null,
					  "remedy": null,
					  "preflight": {"needed": true, "status": 200, "headers": {
					    "Access-Control-Allow-Origin": "https://app.example.com",
					    "Access-Control-Allow-Methods": "GET, HEAD, POST",
					    "Access-Control-Allow-Headers": "content-type, x-trace",
					    "Access-Control-Max-Age": "1800",
					    "Vary": "Origin, Access-Control-Request-Method, Access-Control-Request-Headers"}},
					  "actual": {"status": null, "headers": {
					    "Access-Control-Allow-Origin": "https://app.example.com", "Vary": "Origin"}},
					  "matchedBy": "cors.allowed-origins[0]"
					}""", json, JSONCompareMode.STRICT_ORDER);
			assertThat(json).contains("\"reason\":null", "\"remedy\":null", "\"status\":null");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void headersThatScriptsCannotSetNeedNoEntry(WebApplicationType type) {
		try (Application application = Application.start(type)) {
			assertThat(application
				.explain("path=/api/users&origin=https://app.example.com&headers=Cookie,Host,Sec-Fetch-Site"))
				.contains("\"outcome\":\"allowed\"", "\"needed\":false",
						"No preflight ever asks for cookie, host, sec-fetch-site, which scripts cannot set: "
								+ "no entry is needed.");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void headersWhoseValuesDecideAreThoseOfJsonAndOfMediaPlayers(WebApplicationType type) {
		try (Application application = Application.start(type)) {
			String question = "path=/api/users&origin=https://app.example.com&headers=";
			assertThat(application.explain(question + "Range")).contains("\"needed\":false");
			assertThat(application.explain(question + "Content-Type")).contains("\"needed\":true",
					"\"Access-Control-Allow-Headers\":\"content-type");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void ownOriginIsKnown(WebApplicationType type) {
		try (Application application = Application.start(type)) {
			assertThat(application.explain("path=/api/users&method=PUT&origin=http://localhost:" + application.port()))
				.contains("\"outcome\":\"same-origin\"", "\"needed\":false");
			assertThat(application.explain("path=/api/users&origin=http://localhost:1"))
				.contains("\"outcome\":\"rejected\"");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void badParameterIsNamed(WebApplicationType type) {
		try (Application application = Application.start(type)) {
			assertThat(BAD_QUERIES).allSatisfy((query, message) -> {
				RawReply reply = application.get("/actuator/cors/explain?" + query);
				assertThat(reply.status()).isEqualTo(400);
				assertThat(reply.header("Content-Type")).singleElement().asString().contains("json");
				assertThat(reply.body()).contains("{\"message\":\"The parameter '" + message + "\"}");
			});
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void unreadableQuestionIsTheClientsFault(WebApplicationType type) {
		try (Application application = Application.start(type)) {
			assertThat(application.get("/actuator/cors/other").status()).isEqualTo(404);
			assertThat(application.send("POST /actuator/cors/explain", "Content-Length: 0").status()).isEqualTo(405);
			assertThat(List.of("path=%zz&origin=null", "path=/a&origin=%", "path=/a&origin=null&method=%c3%28",
					"path=/a&path=&origin=null&origin"))
				.allSatisfy((query) -> assertThat(application.get("/actuator/cors/explain?" + query).status())
					.isBetween(200, 499));
			assertThat(application.explain("path=/a&origin=https://a.example&origin=https://b.example"))
				.contains("malformed-origin");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void hostileParameterIsEscaped(WebApplicationType type) {
		try (Application application = Application.start(type)) {
			String json = application.explain("path=/a%0D%0A%00%25&origin=https://a.example%0D%0AX:%E2%80%AE");
			assertThat(json).contains("\"path\":\"/a%0D%0A%00%\"", "malformed-origin",
					"https://a.example\\\\u000d\\\\u000aX:\\\\u202e");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void disabledPoliciesAreExplained(WebApplicationType type) {
		try (Application application = Application.start(type, "--cors.enabled=false")) {
			assertThat(application.explain("path=/a&origin=https://app.example.com")).contains("not-governed",
					"cors.enabled");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void rejectionsAreListedNewestFirst(WebApplicationType type) throws Exception {
		try (Application application = Application.start(type)) {
			IntStream.range(0, 3).forEach((i) -> application.send("GET /a", "Origin: https://x.example"));
			application.send("OPTIONS /b", "Origin: https://app.example.com", "Access-Control-Request-Method: PUT");
			application.send("GET /a", "Origin: https://app.example.com");
			String json = json(application.get("/actuator/cors/rejections"));
			JSONAssert.assertEquals(json, """
					{"rejections": [
					  {"origin": "https://app.example.com", "reason": "method-not-allowed", "policy": "base",
					   "path": "/b", "method": "PUT", "detail": "PUT", "count": 1},
					  {"origin": "https://x.example", "reason": "origin-not-allowed", "policy": "base",
					   "path": "/a", "method": "GET", "count": 3}
					]}""", json, JSONCompareMode.STRICT_ORDER);
			assertThat(json).containsPattern("\"firstSeen\":\"\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z\",\"lastSeen\":\"\\d{4}-");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void clientIsToldOnlyWhenAskedFor(WebApplicationType type) {
		try (Application application = Application.start(type)) {
			assertThat(application.send("GET /a", "Origin: https://x.example").body()).contains("Invalid CORS request")
				.doesNotContain("x.example");
		}
		try (Application application = Application.start(type, "--cors.explain-rejections=true")) {
			RawReply refused = application.send("GET /a", "Origin: https://x.example");
			assertThat(refused.status()).isEqualTo(403);
			assertThat(refused.header("Content-Type")).singleElement().asString().startsWith("text/plain");
			assertThat(refused.body()).contains("Invalid CORS request", "origin-not-allowed", "https://x.example",
					"cors.allowed-origins");
			RawReply preflight = application.send("OPTIONS /a", "Origin: https://app.example.com",
					"Access-Control-Request-Method: PUT", "Access-Control-Request-Headers: x-trace");
			assertThat(preflight.status()).isEqualTo(200);
			assertThat(preflight.header("Access-Control-Allow-Methods")).containsExactly("GET, HEAD, POST");
			assertThat(preflight.header("Access-Control-Allow-Headers")).containsExactly("x-trace");
			assertThat(application.explain("path=/a&origin=https://app.example.com&method=PUT"))
				.contains("\"outcome\":\"rejected\"", "\"status\":200");
		}
	}

	private static String json(RawReply reply) {
		assertThat(reply.status()).as(reply.body()).isEqualTo(200);
		return reply.body().substring(reply.body().indexOf('{'), reply.body().lastIndexOf('}') + 1);
	}

	/**
	 * An application on a port of its own.
	 *
	 * @param context the running application
	 */
	private record Application(ConfigurableApplicationContext context) implements AutoCloseable {

		static Application start(WebApplicationType type, String... arguments) {
			List<String> all = new ArrayList<>(List.of(arguments));
			all.addAll(List.of("--server.port=0", "--cors.allowed-origins=https://app.example.com",
					"--management.endpoints.web.exposure.include=cors"));
			return new Application(new SpringApplicationBuilder(Configured.class).web(type)
				.bannerMode(Banner.Mode.OFF)
				.run(all.toArray(String[]::new)));
		}

		int port() {
			return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		}

		RawReply send(String request, String... headers) {
			return RawReply.to(port(), request, headers);
		}

		RawReply get(String target) {
			return send("GET " + target);
		}

		String explain(String query) {
			return json(get("/actuator/cors/explain?" + query));
		}

		@Override
		public void close() {
			this.context.close();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Configured {

	}

}
