package io.github.corsstarter.deployment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.corsstarter.wire.RawReply;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.server.SecurityWebFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Policies next to Spring Security, with every way to write {@code http.cors}: governed
 * paths are decided ahead of it, and nothing else changes.
 */
@ParameterizedClass
@EnumSource
class SecurityChainTests {

	private static final String ORIGIN = "Origin: https://app.example.com";

	private static final List<String> STYLES = List.of("silent", "defaults", "disabled");

	private static final String CSRF = "Cookie: XSRF-TOKEN=00000000-0000-4000-8000-000000000000";

	private static final String CSRF_HEADER = "X-XSRF-TOKEN: 00000000-0000-4000-8000-000000000000";

	private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

	private static final Map<Server, Deployment> WITH_STARTER = new EnumMap<>(Server.class);

	private static final Map<Server, Deployment> WITHOUT_STARTER = new EnumMap<>(Server.class);

	private final Server server;

	private final Deployment deployment;

	private final Deployment withoutStarter;

	SecurityChainTests(Server server) {
		this.server = server;
		this.deployment = WITH_STARTER.computeIfAbsent(server, (key) -> builder(key).start());
		this.withoutStarter = WITHOUT_STARTER.computeIfAbsent(server, (key) -> builder(key).withoutStarter().start());
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		Stream.of(WITH_STARTER, WITHOUT_STARTER).forEach((deployments) -> {
			deployments.values().forEach(Deployment::close);
			deployments.clear();
		});
	}

	private static Deployment.Builder builder(Server server) {
		return Deployment.on(server)
			.with(Feature.SECURITY)
			.application(server.isServlet() ? StyledMvcSecurity.class : StyledFluxSecurity.class)
			.property("cors.paths", "/governed/**")
			.property("cors.allowed-origins", "https://app.example.com")
			.property("cors.allow-credentials", "true")
			.property("logging.level.root", "off");
	}

	@Test
	void chainsHaveTheSameFilters() {
		assertThat(filters(this.deployment)).hasSizeGreaterThanOrEqualTo(6).isEqualTo(filters(this.withoutStarter));
	}

	@TestFactory
	Stream<DynamicTest> preflightIsAnsweredBeforeAuthentication() {
		return paths("/governed").map((path) -> DynamicTest.dynamicTest(path, () -> {
			RawReply reply = this.deployment.send("OPTIONS " + path, ORIGIN, "Access-Control-Request-Method: POST",
					"Access-Control-Request-Headers: authorization, x-xsrf-token");
			assertThat(reply.status()).isEqualTo(200);
			assertThat(reply.header("Access-Control-Allow-Origin")).containsExactly("https://app.example.com");
			assertThat(reply.header("Access-Control-Allow-Headers")).containsExactly("authorization, x-xsrf-token");
			assertThat(reply.header("Set-Cookie")).isEmpty();
			assertThat(reply.header("X-Frame-Options")).isEmpty();
		}));
	}

	@TestFactory
	Stream<DynamicTest> refusalOfSecurityCanBeRead() {
		return paths("/governed").flatMap((path) -> Stream.of("GET ", "POST ").map((method) -> method + path))
			.map((request) -> DynamicTest.dynamicTest(request, () -> {
				RawReply reply = this.deployment.send(request, ORIGIN, "Content-Length: 0");
				assertThat(reply.status()).isIn(302, 401, 403);
				assertThat(reply.corsHeaders()).as(reply.toString())
					.containsExactly("Access-Control-Allow-Credentials: true",
							"Access-Control-Allow-Origin: https://app.example.com");
				assertThat(reply.header("X-Frame-Options")).containsExactly("DENY");
			}));
	}

	@ParameterizedTest
	@ValueSource(strings = { "silent", "defaults", "disabled" })
	void bearerTokenIsAccepted(String style) {
		RawReply reply = this.deployment.send("GET /governed/" + style + "/bearer/annotated", ORIGIN,
				"Authorization: Bearer " + Tokens.GOOD);
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.corsHeaders()).containsExactly("Access-Control-Allow-Credentials: true",
				"Access-Control-Allow-Origin: https://app.example.com");
		assertThat(reply.header("Set-Cookie")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "silent", "defaults", "disabled" })
	void sessionAndCsrfTokenAreAcceptedFromAnotherOrigin(String style) {
		String path = "/governed/" + style + "/session";
		RawReply login = this.deployment.sendWithBody("username=anna&password=secret", "POST " + path + "/login",
				ORIGIN, CSRF, CSRF_HEADER, FORM);
		assertThat(login.status()).as(login.toString()).isEqualTo(204);
		assertThat(login.header("Access-Control-Allow-Origin")).containsExactly("https://app.example.com");
		String session = session(login);
		RawReply read = this.deployment.send("GET " + path + "/ok", ORIGIN, "Cookie: " + session);
		assertThat(read.status()).isEqualTo(200);
		assertThat(read.header("Access-Control-Allow-Origin")).containsExactly("https://app.example.com");
		RawReply written = this.deployment.sendWithBody("", "POST " + path + "/ok", ORIGIN, CSRF + "; " + session,
				CSRF_HEADER);
		assertThat(written.status()).as(written.toString()).isEqualTo(200);
		assertThat(written.header("Access-Control-Allow-Origin")).containsExactly("https://app.example.com");
		RawReply forged = this.deployment.sendWithBody("", "POST " + path + "/ok", ORIGIN, "Cookie: " + session);
		assertThat(forged.status()).isEqualTo(403);
		assertThat(forged.header("Access-Control-Allow-Origin")).containsExactly("https://app.example.com");
		RawReply stranger = this.deployment.sendWithBody("", "POST " + path + "/ok",
				"Origin: https://stranger.example.com", CSRF + "; " + session, CSRF_HEADER);
		assertThat(stranger.status()).isEqualTo(403);
		assertThat(stranger.body()).isEqualTo("Invalid CORS request");
	}

	@ParameterizedTest
	@ValueSource(strings = { "silent", "defaults", "disabled" })
	void wrongPasswordCanBeRead(String style) {
		RawReply reply = this.deployment.sendWithBody("username=anna&password=wrong",
				"POST /governed/" + style + "/session/login", ORIGIN, CSRF, CSRF_HEADER, FORM);
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.header("Access-Control-Allow-Origin")).containsExactly("https://app.example.com");
	}

	@TestFactory
	Stream<DynamicTest> requestsWithoutAnOriginAreAnsweredAsWithoutTheStarter() {
		return paths("/governed").flatMap(Probe::withoutOrigin)
			.map((probe) -> DynamicTest.dynamicTest(probe.toString(), () -> {
				String reply = probe.send(this.deployment);
				assertThat(reply).contains("\nVary: Origin\n");
				assertThat(withoutVary(reply)).isEqualTo(withoutVary(probe.send(this.withoutStarter)));
			}));
	}

	@TestFactory
	Stream<DynamicTest> pathsThatNoPolicyGovernsAreAnsweredAsWithoutTheStarter() {
		return paths("/free").flatMap((path) -> Stream.concat(Probe.withoutOrigin(path), Probe.withOrigin(path)))
			.map((probe) -> DynamicTest.dynamicTest(probe.toString(),
					() -> assertThat(probe.send(this.deployment)).isEqualTo(probe.send(this.withoutStarter))));
	}

	private static String withoutVary(String reply) {
		return reply.replace("\nVary: Origin\n", "\n");
	}

	private static Stream<String> paths(String prefix) {
		return STYLES.stream()
			.flatMap((style) -> Stream.of("/bearer/ok", "/bearer/annotated", "/session/ok", "/session/annotated")
				.map((path) -> prefix + "/" + style + path));
	}

	private static String session(RawReply reply) {
		return reply.header("Set-Cookie")
			.stream()
			.filter((cookie) -> cookie.contains("SESSION"))
			.map((cookie) -> cookie.split(";")[0])
			.findFirst()
			.orElseThrow();
	}

	private List<List<String>> filters(Deployment deployment) {
		if (this.server.isServlet()) {
			return deployment.context()
				.getBean(FilterChainProxy.class)
				.getFilterChains()
				.stream()
				.map((chain) -> chain.getFilters().stream().map((filter) -> filter.getClass().getName()).toList())
				.toList();
		}
		return deployment.context()
			.getBeanProvider(SecurityWebFilterChain.class)
			.orderedStream()
			.map((chain) -> chain.getWebFilters()
				.map((filter) -> filter.toString().replaceAll("@[0-9a-f]+", ""))
				.collectList()
				.blockOptional()
				.orElseThrow())
			.toList();
	}

}
