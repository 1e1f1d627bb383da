package io.github.corsstarter.deployment;

import java.util.List;

import io.github.corsstarter.wire.RawReply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The actuator on a port of its own obeys its own settings. Beside it the filters of
 * WebFlux are there as well, those of servlets are not.
 */
class ManagementPortTests {

	private static final String ORIGIN = "Origin: https://app.example.com";

	@ParameterizedTest
	@EnumSource(names = { "MVC_TOMCAT", "WEBFLUX_NETTY" })
	void ownOriginIsThatOfTheApplication(Server server) {
		try (Deployment deployment = Deployment.on(server)
			.with(Feature.ACTUATOR)
			.property("cors.paths", "/api/**")
			.property("cors.allowed-origins", "https://app.example.com")
			.property("management.server.port", "0")
			.property("management.endpoints.web.exposure.include", "cors")
			.start()) {
			Address management = new Address(
					deployment.context().getEnvironment().getRequiredProperty("local.management.port", Integer.class),
					"");
			String question = "GET /actuator/cors/explain?path=/api/x&method=POST&origin=http://localhost:";
			assertThat(management.send(question + deployment.port()).body()).contains("\"outcome\":\"same-origin\"");
			assertThat(deployment.send("POST /api/x", "Origin: http://localhost:" + deployment.port()).status())
				.isNotEqualTo(403);
			assertThat(management.send(question + management.port()).body()).contains("\"outcome\":\"rejected\"");
			assertThat(deployment.send("POST /api/x", "Origin: http://localhost:" + management.port()).status())
				.isEqualTo(403);
		}
	}

	@ParameterizedTest
	@EnumSource
	void managementPortObeysItsOwnSettings(Server server) {
		try (Deployment deployment = Deployment.on(server)
			.with(Feature.ACTUATOR)
			.property("cors.allowed-origins", "https://app.example.com")
			.property("management.server.port", "0")
			.property("management.endpoints.web.cors.allowed-origins", "https://ops.example.com")
			.start()) {
			Address management = new Address(
					deployment.context().getEnvironment().getRequiredProperty("local.management.port", Integer.class),
					"");
			RawReply allowed = management.send("GET /actuator/health", "Origin: https://ops.example.com");
			assertThat(allowed.status()).isEqualTo(200);
			assertThat(allowed.header("Access-Control-Allow-Origin")).containsExactly("https://ops.example.com");
			RawReply refused = management.send("GET /actuator/health", ORIGIN);
			assertThat(refused.status()).isEqualTo(403);
			assertThat(refused.corsHeaders()).isEmpty();
			RawReply application = deployment.send("GET /elsewhere", ORIGIN);
			assertThat(application.header("Access-Control-Allow-Origin")).containsExactly("https://app.example.com");
			RawReply elsewhere = management.send("GET /elsewhere", ORIGIN);
			assertThat(elsewhere.status()).isEqualTo(404);
			assertThat(elsewhere.corsHeaders()).isEqualTo(server.isServlet() ? List.of() : application.corsHeaders());
		}
	}

}
