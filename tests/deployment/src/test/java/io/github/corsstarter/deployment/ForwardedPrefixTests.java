package io.github.corsstarter.deployment;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

import io.github.corsstarter.wire.RawReply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A prefix that a proxy, or anybody, says to have taken away: it changes no policy.
 */
class ForwardedPrefixTests {

	private static final String APP = "Origin: https://app.example.com";

	private static final String ADMIN = "Origin: https://admin.example.com";

	private static final String EVIL = "Origin: https://evil.example.net";

	private static final Map<Server, Deployment> DEPLOYMENTS = new EnumMap<>(Server.class);

	private static Stream<Arguments> prefixes() {
		return Stream.of(Server.values())
			.flatMap((server) -> Stream
				.of("/p", "//p", "///p//q", "/p/", "//", "/", "/admin", "//admin", "/p/..", "/p, //q", "/%2fp", "/p;a")
				.map((prefix) -> Arguments.of(server, prefix)));
	}

	@AfterAll
	static void stop() {
		DEPLOYMENTS.values().forEach(Deployment::close);
		DEPLOYMENTS.clear();
	}

	@ParameterizedTest
	@MethodSource("prefixes")
	void prefixChangesNoPolicy(Server server, String prefix) {
		String forwarded = "X-Forwarded-Prefix: " + prefix;
		assertAllowed(send(server, "GET /api/x", forwarded, APP), "https://app.example.com");
		assertAllowed(send(server, "GET /admin/x", forwarded, ADMIN), "https://admin.example.com");
		assertRefused(send(server, "GET /api/x", forwarded, ADMIN));
		assertRefused(send(server, "GET /admin/x", forwarded, APP));
		assertRefused(send(server, "GET /admin/x", forwarded, EVIL));
		assertRefused(send(server, "OPTIONS /admin/x", forwarded, APP, "Access-Control-Request-Method: GET"));
		assertThat(send(server, "GET /admin/x", forwarded).status()).isEqualTo(200);
	}

	/**
	 * Spring itself fails such a request, on paths of the application.
	 */
	@ParameterizedTest
	@EnumSource
	void prefixThatIsNoPathLetsNobodyIn(Server server) {
		String forwarded = "X-Forwarded-Prefix: p";
		assertThat(send(server, "GET /admin/x", forwarded).status()).isIn(400, 500);
		RawReply reply = send(server, "GET /admin/x", forwarded, APP);
		assertThat(reply.status()).isIn(400, 403);
		assertThat(reply.corsHeaders()).isEmpty();
	}

	private static void assertAllowed(RawReply reply, String origin) {
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.header("Access-Control-Allow-Origin")).containsExactly(origin);
	}

	private static void assertRefused(RawReply reply) {
		assertThat(reply.status()).isEqualTo(403);
		assertThat(reply.corsHeaders()).isEmpty();
	}

	private static RawReply send(Server server, String request, String... headers) {
		return DEPLOYMENTS.computeIfAbsent(server, ForwardedPrefixTests::start).send(request, headers);
	}

	private static Deployment start(Server server) {
		return Deployment.on(server)
			.application(Pages.class)
			.property("server.forward-headers-strategy", "framework")
			.property("cors.allowed-origins", "https://app.example.com")
			.property("cors.policies.admin.paths", "/admin/**")
			.property("cors.policies.admin.allowed-origins", "https://admin.example.com")
			.start();
	}

	@Configuration(proxyBeanMethods = false)
	@RestController
	static class Pages {

		@GetMapping({ "/api/x", "/admin/x" })
		String page() {
			return "Hello";
		}

	}

}
