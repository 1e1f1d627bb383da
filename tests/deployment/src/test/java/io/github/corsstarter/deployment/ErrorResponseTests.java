package io.github.corsstarter.deployment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.corsstarter.wire.RawReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every situation on every embedded server, and what a server answers on its own.
 */
@ParameterizedClass
@EnumSource
class ErrorResponseTests extends AbstractErrorResponseTests {

	private static final Map<Server, Deployment> DEPLOYMENTS = new EnumMap<>(Server.class);

	private final Server server;

	private final Deployment deployment;

	ErrorResponseTests(Server server) {
		this.server = server;
		this.deployment = DEPLOYMENTS.computeIfAbsent(server, ErrorResponseTests::start);
	}

	private static Deployment start(Server server) {
		return Deployment.on(server)
			.with(Feature.SECURITY)
			.application(server.isServlet() ? MvcSituations.class : FluxSituations.class)
			.properties(PROPERTIES)
			.property("logging.level.root", "off")
			.start();
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		DEPLOYMENTS.values().forEach(Deployment::close);
		DEPLOYMENTS.clear();
	}

	@Override
	Server server() {
		return this.server;
	}

	@Override
	Address address() {
		return this.deployment.address();
	}

	@Test
	void serverRefusesTooLargeHeadersBeforeAnyFilter() {
		RawReply reply = address().send("GET /api/ok", "Origin: " + ORIGIN, "X-Large: " + "x".repeat(20_000));
		assertThat(reply.status()).isEqualTo(this.server.name().endsWith("TOMCAT") ? 400 : 431);
		assertThat(reply.corsHeaders()).isEmpty();
	}

	@Test
	void serverRefusesMalformedRequestsBeforeAnyFilter() {
		assertThat(Stream.of("G@T /api/ok", "GET /api/%zz", "GET /api\\ok")
			.map((request) -> address().send(request, "Origin: " + ORIGIN))).allSatisfy((reply) -> {
				assertThat(reply.status()).isEqualTo(400);
				assertThat(reply.corsHeaders()).isEmpty();
			});
		RawReply header = address().send("GET /api/ok", "Origin: " + ORIGIN, "X Malformed: header");
		assertThat(header.status()).isEqualTo(400);
		assertThat(header.corsHeaders()).isEmpty();
	}

	@Test
	void servletServersRefuseAnEncodedSlashBeforeAnyFilter() {
		RawReply reply = address().send("GET /api/a%2Fb", "Origin: " + ORIGIN);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.header("Access-Control-Allow-Origin"))
			.isEqualTo((this.server == Server.WEBFLUX_NETTY) ? List.of(ORIGIN) : List.of());
	}

	@Test
	void jettyAnswersItselfWhenACommitActionFails() {
		RawReply reply = address().send("GET /api/commit-failure", "Origin: " + ORIGIN);
		if (this.server == Server.WEBFLUX_JETTY) {
			assertThat(reply.status()).isEqualTo(500);
			assertThat(reply.body()).contains("HTTP ERROR 500");
			assertThat(reply.corsHeaders()).isEmpty();
		}
		else {
			assertThat(reply.header("Access-Control-Allow-Origin")).containsExactly(ORIGIN);
		}
	}

}
