package io.github.corsstarter.web;

import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.wire.RawReply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a filter does on a real server, whatever the stack, and whatever the application
 * behind it and other filters do to the response.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class AbstractPolicyFilterTests {

	protected static final String ORIGIN = "Origin: https://app.example";

	protected static final CorsPolicies POLICIES = TestPolicies.policies(
			TestPolicies.policy("api", "/api/**")
				.allowedOrigins("https://app.example")
				.allowedMethods("GET", "POST", "PUT")
				.allowedHeaders("X-Trace", "Content-Type")
				.exposedHeaders("X-Total")
				.allowCredentials(true),
			TestPolicies.policy("open", "/open/**").allowedOrigins("*").exposedHeaders("X-Total").preflightStatus(204));

	protected final FilteredServer server;

	/**
	 * Creates tests.
	 * @param server a server with {@link #POLICIES}, closed after the last test
	 */
	protected AbstractPolicyFilterTests(FilteredServer server) {
		this.server = server;
	}

	/**
	 * Return paths of the policy {@code api} and the status that each is answered with.
	 * @return a path and a status each
	 */
	protected abstract Stream<Arguments> responses();

	/**
	 * Return paths of the policy {@code open} and the status that each is answered with.
	 * @return a path and a status each
	 */
	protected abstract Stream<Arguments> openResponses();

	/**
	 * Return paths of the policy {@code api} that may lose their {@code Vary}.
	 * @return the paths
	 */
	protected abstract Stream<String> varyingPaths();

	/**
	 * Return what {@code Vary} of {@code /api/vary} has to hold.
	 * @return the tokens, in any order
	 */
	protected abstract List<String> varyTokens();

	@AfterAll
	void stop() {
		this.server.close();
	}

	@Test
	void preflightIsAnswered() {
		RawReply reply = this.server.send("OPTIONS /api/x", ORIGIN, "Access-Control-Request-Method: PUT",
				"Access-Control-Request-Headers: x-trace,content-type");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.corsHeaders()).containsExactly("Access-Control-Allow-Credentials: true",
				"Access-Control-Allow-Headers: x-trace, content-type", "Access-Control-Allow-Methods: GET, POST, PUT",
				"Access-Control-Allow-Origin: https://app.example", "Access-Control-Max-Age: 1800");
		assertThat(reply.vary()).containsExactly("Origin", "Access-Control-Request-Method",
				"Access-Control-Request-Headers");
		assertThat(reply.header("Content-Length")).containsExactly("0");
		assertThat(reply.body()).isEmpty();
		assertThat(this.server.decisions()).singleElement().extracting(CorsDecision::preflight).isEqualTo(true);
	}

	@Test
	void preflightWithoutContentHasNoLength() {
		RawReply reply = this.server.send("OPTIONS /open/x", ORIGIN, "Access-Control-Request-Method: GET");
		assertThat(reply.status()).isEqualTo(204);
		assertThat(reply.header("Content-Length")).isEmpty();
		assertThat(reply.header("Access-Control-Allow-Origin")).containsExactly("*");
	}

	@ParameterizedTest
	@ValueSource(strings = { "OPTIONS", "POST" })
	void rejectionHasNoCorsHeaders(String method) {
		RawReply reply = this.server.send(method + " /api/x", "Origin: https://evil.example",
				"Access-Control-Request-Method: PUT");
		assertThat(reply.status()).isEqualTo(403);
		assertThat(reply.corsHeaders()).isEmpty();
		assertThat(reply.vary()).startsWith("Origin");
		assertThat(reply.header("Content-Type")).singleElement().asString().startsWith("text/plain");
		assertThat(reply.header("Content-Length")).containsExactly("20");
		assertThat(reply.body()).isEqualTo("Invalid CORS request");
		assertThat(this.server.decisions()).singleElement()
			.extracting(CorsDecision::outcome)
			.isEqualTo(CorsDecision.Outcome.REJECTED);
	}

	@Test
	void severalOriginsAreMalformed() {
		assertThat(this.server.send("GET /api/plain", ORIGIN, ORIGIN).status()).isEqualTo(403);
		assertThat(this.server.send("GET /api/plain", ORIGIN, "Origin: ").status()).isEqualTo(403);
		assertThat(this.server.send("GET /api/plain", "Origin: ", ORIGIN).status()).isEqualTo(403);
		assertThat(this.server.send("GET /api/plain", "Origin:").status()).isEqualTo(403);
	}

	@Test
	void fetchMetadataCountsOnlyAsOneLine() {
		assertThat(
				this.server.send("GET /api/plain", "Origin: https://evil.example", "Sec-Fetch-Mode: navigate").status())
			.isEqualTo(200);
		assertThat(this.server
			.send("GET /api/plain", "Origin: https://evil.example", "Sec-Fetch-Mode: navigate",
					"Sec-Fetch-Mode: navigate")
			.status()).isEqualTo(403);
		assertThat(this.server
			.send("GET /api/plain", "Origin: https://evil.example", "Sec-Fetch-Site: same-origin",
					"Sec-Fetch-Site: cross-site")
			.status()).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource({ "[::1]:8080,http://[::1]:8080", "shop.example,http://shop.example",
			"shop.example,https://shop.example" })
	void ownOriginIsRecognised(String host, String origin) {
		RawReply reply = this.server.send("GET /api/plain", "Host: " + host, "Origin: " + origin);
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.header("Access-Control-Allow-Origin")).containsExactly(origin);
		assertThat(this.server.decisions()).isEmpty();
	}

	@Test
	void ownOriginMayEndWithTheRootOfAllNames() {
		RawReply reply = this.server.send("POST /api/annotated", "Host: shop.example.:8080",
				"Origin: http://shop.example.:8080");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.corsHeaders()).isEmpty();
		assertThat(this.server.send("POST /api/annotated", "Host: shop.example..", "Origin: http://shop.example..")
			.status()).isNotEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "null,same-origin,cors", "https://bank.example,cross-site,navigate" })
	void whatGoesThroughIsNotForOthersToRefuse(String origin, String site, String mode) {
		RawReply reply = this.server.send("POST /api/annotated", "Origin: " + origin, "Sec-Fetch-Site: " + site,
				"Sec-Fetch-Mode: " + mode);
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.corsHeaders()).isEmpty();
		assertThat(reply.vary()).contains("Origin").doesNotHaveDuplicates();
	}

	@Test
	void ungovernedPathIsUntouched() {
		RawReply reply = this.server.send("GET /elsewhere", "Origin: https://other.example");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.header("Access-Control-Allow-Origin")).containsExactly("https://other.example");
		RawReply preflight = this.server.send("OPTIONS /elsewhere", "Origin: https://other.example",
				"Access-Control-Request-Method: GET");
		assertThat(preflight.status()).isEqualTo(200);
		assertThat(preflight.header("Access-Control-Allow-Origin")).containsExactly("https://other.example");
		assertThat(this.server.decisions()).isEmpty();
	}

	@Test
	void requestWithoutOriginGoesThroughWithVary() {
		RawReply reply = this.server.send("GET /api/plain");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.corsHeaders()).isEmpty();
		assertThat(reply.vary()).containsExactly("Origin");
		assertThat(this.server.decisions()).isEmpty();
	}

	@Test
	void sameOriginIsAnsweredWithTheOriginAlone() {
		RawReply reply = this.server.send("POST /api/annotated", "Origin: https://public.example:8443",
				"Sec-Fetch-Site: same-origin");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.corsHeaders()).containsExactly("Access-Control-Allow-Origin: https://public.example:8443");
		assertThat(reply.vary()).contains("Origin").doesNotHaveDuplicates();
		assertThat(this.server.decisions()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("responses")
	void policyIsTheOneAuthority(String path, int status) {
		RawReply reply = this.server.send("GET " + path, ORIGIN);
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.corsHeaders()).containsExactly("Access-Control-Allow-Credentials: true",
				"Access-Control-Allow-Origin: https://app.example", "Access-Control-Expose-Headers: X-Total");
		assertThat(reply.vary()).contains("Origin").doesNotHaveDuplicates();
		assertThat(this.server.decisions()).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource("openResponses")
	void openPolicyAnswersEverybodyTheSame(String path, int status) {
		RawReply plain = this.server.send("GET " + path);
		RawReply cors = this.server.send("GET " + path, ORIGIN);
		assertThat(plain.status()).isEqualTo(status);
		assertThat(plain.corsHeaders()).containsExactly("Access-Control-Allow-Origin: *",
				"Access-Control-Expose-Headers: X-Total");
		assertThat(cors.corsHeaders()).isEqualTo(plain.corsHeaders());
		assertThat(plain.vary()).doesNotContain("Origin");
	}

	@Test
	void wrongMediaTypeIsReadable() {
		RawReply unsupported = this.server.send("POST /api/json", ORIGIN, "Content-Type: text/strange",
				"Content-Length: 0");
		assertThat(unsupported.status()).isEqualTo(415);
		assertThat(unsupported.header("Access-Control-Allow-Origin")).containsExactly("https://app.example");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/plain", "/api/annotated" })
	void wrongMethodIsReadable(String path) {
		RawReply notAllowed = this.server.send("PUT " + path, ORIGIN);
		assertThat(notAllowed.status()).isEqualTo(405);
		assertThat(notAllowed.header("Access-Control-Allow-Origin")).containsExactly("https://app.example");
	}

	@ParameterizedTest
	@MethodSource("varyingPaths")
	void varyStaysWithoutAnOrigin(String path) {
		assertThat(this.server.send("GET " + path).vary()).contains("Origin").doesNotHaveDuplicates();
	}

	@Test
	void varyKeepsTheTokensOfTheApplication() {
		assertThat(this.server.send("GET /api/vary", ORIGIN).vary()).doesNotHaveDuplicates()
			.containsExactlyInAnyOrderElementsOf(varyTokens());
	}

}
