package io.github.corsstarter.deployment;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

import io.github.corsstarter.wire.RawReply;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever answers a path, its policy is that of the path: each has a policy of its own,
 * that shows in the header that it exposes.
 */
@ParameterizedClass
@EnumSource
class PathTests {

	private static final String ORIGIN = "https://app.example.com";

	private static final String CONTEXT = "/shop";

	private static final Map<Server, Deployment> DEPLOYMENTS = new EnumMap<>(Server.class);

	private final Server server;

	private final Deployment deployment;

	PathTests(Server server) {
		this.server = server;
		this.deployment = DEPLOYMENTS.computeIfAbsent(server, PathTests::start);
	}

	private static Deployment start(Server server) {
		Deployment.Builder builder = Deployment.on(server)
			.with(Feature.ACTUATOR, Feature.GRAPHQL)
			.property("cors.allowed-origins", ORIGIN)
			.property("cors.allowed-methods", "*")
			.property("management.endpoints.web.exposure.include", "cors,health")
			.property("cors.exposed-headers", "X-Base")
			.property("spring.mvc.servlet.path", "/mvc")
			.property("server.servlet.context-path", CONTEXT)
			.property("spring.webflux.base-path", CONTEXT)
			.property("spring.data.rest.base-path", "/data")
			.property("spring.graphql.schema.locations", "classpath:paths/");
		policies(builder, "assets", "functional", "graphql", "actuator", "data");
		if (server.isServlet()) {
			return builder.with(Feature.DATA_REST).application(MvcPaths.class).start();
		}
		return builder.application(FluxPaths.class).start();
	}

	private static void policies(Deployment.Builder builder, String... names) {
		for (String name : names) {
			builder.property("cors.policies." + name + ".paths", "/mvc/" + name + "/**, /" + name + "/**")
				.property("cors.policies." + name + ".exposed-headers", "X-" + name);
		}
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		DEPLOYMENTS.values().forEach(Deployment::close);
		DEPLOYMENTS.clear();
	}

	@TestFactory
	Stream<DynamicTest> pathHasItsPolicy() {
		return paths().map((path) -> DynamicTest.dynamicTest(path, () -> {
			RawReply reply = this.deployment.send("GET " + located(path), "Origin: " + ORIGIN);
			assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
			assertThat(reply.corsHeaders()).containsExactly("Access-Control-Allow-Origin: " + ORIGIN,
					"Access-Control-Expose-Headers: X-" + path.split("/")[1]);
			RawReply stranger = this.deployment.send("GET " + located(path), "Origin: https://stranger.example.com");
			assertThat(stranger.status()).isEqualTo(403);
			assertThat(stranger.corsHeaders()).isEmpty();
			RawReply preflight = this.deployment.send("OPTIONS " + located(path), "Origin: " + ORIGIN,
					"Access-Control-Request-Method: PUT");
			assertThat(preflight.status()).isEqualTo(200);
			assertThat(preflight.header("Access-Control-Allow-Methods")).containsExactly("PUT");
			RawReply missing = this.deployment.send("GET " + located(path) + "/missing", "Origin: " + ORIGIN);
			assertThat(missing.status()).isEqualTo(404);
			assertThat(missing.corsHeaders()).isEqualTo(reply.corsHeaders());
		}));
	}

	@Test
	void graphQlHasItsPolicy() {
		RawReply reply = this.deployment.sendWithBody("{\"query\":\"{greeting}\"}", "POST " + located("/graphql"),
				"Origin: " + ORIGIN, "Content-Type: application/json");
		assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
		assertThat(reply.body()).contains("hello");
		assertThat(reply.corsHeaders()).containsExactly("Access-Control-Allow-Origin: " + ORIGIN,
				"Access-Control-Expose-Headers: X-graphql");
	}

	@Test
	void otherPathsHaveTheBasePolicy() {
		RawReply reply = this.deployment.send("GET " + located("/elsewhere"), "Origin: " + ORIGIN);
		assertThat(reply.status()).isEqualTo(404);
		assertThat(reply.header("Access-Control-Expose-Headers")).containsExactly("X-Base");
	}

	@Test
	void contextPathIsNoPartOfAPath() {
		String question = "GET " + located("/actuator/cors/explain") + "?origin=" + ORIGIN + "&path=" + CONTEXT;
		String body = this.deployment.send(question + "/api/x").body();
		assertThat(body).contains("Paths are relative to the context path /shop: "
				+ "what a page requests as /shop/api/x is /api/x here.");
		assertThat(this.deployment.send(question + "ping/x").body()).doesNotContain("are relative to the context path");
	}

	private Stream<String> paths() {
		Stream<String> paths = Stream.of("/assets/app.txt", "/functional/route", "/actuator/health");
		return this.server.isServlet() ? Stream.concat(paths, Stream.of("/data/books")) : paths;
	}

	private String located(String path) {
		return CONTEXT + (this.server.isServlet() ? "/mvc" : "") + path;
	}

}
