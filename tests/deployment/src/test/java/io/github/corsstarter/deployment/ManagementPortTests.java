package io.github.corsstarter.deployment;

import io.github.corsstarter.wire.RawReply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The actuator on a port of its own: the policies govern its paths there, and no other
 * path, and its own settings keep what they are for.
 */
class ManagementPortTests {

	private static final String APP = "Origin: https://app.example.com";

	private static final String OPS = "Origin: https://ops.example.com";

	private static final String EVIL = "Origin: https://evil.example.net";

	private static Deployment.Builder on(Server server) {
		return Deployment.on(server).with(Feature.ACTUATOR).property("management.server.port", "0");
	}

	private static Address management(Deployment deployment) {
		return deployment.address()
			.at(deployment.context().getEnvironment().getRequiredProperty("local.management.port", Integer.class), "");
	}

	private static void assertAllowed(RawReply reply, int status, String origin) {
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.header("Access-Control-Allow-Origin")).containsExactly(origin);
	}

	private static void assertRefused(RawReply reply) {
		assertThat(reply.status()).isEqualTo(403);
		assertThat(reply.corsHeaders()).isEmpty();
	}

	private static void assertUntouched(RawReply reply) {
		assertThat(reply.status()).isEqualTo(404);
		assertThat(reply.corsHeaders()).isEmpty();
		assertThat(reply.header("Vary")).doesNotContain("Origin");
	}

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
			Address management = management(deployment);
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
	void policiesGovernThePathsOfTheActuatorAndNoOther(Server server) {
		try (Deployment deployment = on(server).property("cors.allowed-origins", "https://app.example.com")
			.property("cors.policies.ops.paths", "/actuator/**")
			.property("cors.policies.ops.allowed-origins", "https://ops.example.com")
			.start()) {
			Address management = management(deployment);
			assertAllowed(management.send("GET /actuator/health", OPS), 200, "https://ops.example.com");
			assertAllowed(management.send("GET /actuator/none", OPS), 404, "https://ops.example.com");
			assertAllowed(management.send("OPTIONS /actuator/health", OPS, "Access-Control-Request-Method: GET"), 200,
					"https://ops.example.com");
			assertRefused(management.send("GET /actuator/health", EVIL));
			assertRefused(management.send("OPTIONS /actuator/health", EVIL, "Access-Control-Request-Method: GET"));
			assertUntouched(management.send("GET /elsewhere", APP));
			assertUntouched(management.send("GET /elsewhere", EVIL));
			assertAllowed(deployment.send("GET /elsewhere", APP), 404, "https://app.example.com");
		}
	}

	@ParameterizedTest
	@EnumSource
	void pathsAreRelativeToTheBasePathOfTheServer(Server server) {
		try (Deployment deployment = on(server).property("management.server.base-path", "/manage")
			.property("management.endpoints.web.base-path", "/ops")
			.property("cors.policies.ops.paths", "/ops/**")
			.property("cors.policies.ops.allowed-origins", "https://ops.example.com")
			.start()) {
			Address management = management(deployment);
			assertAllowed(management.send("GET /manage/ops/health", OPS), 200, "https://ops.example.com");
			assertRefused(management.send("GET /manage/ops/health", EVIL));
			assertUntouched(management.send("GET /manage/elsewhere", OPS));
		}
	}

	@ParameterizedTest
	@EnumSource
	void everyPathIsOneOfAnActuatorAtTheRoot(Server server) {
		try (Deployment deployment = on(server).property("management.endpoints.web.base-path", "/")
			.property("cors.allowed-origins", "https://app.example.com")
			.start()) {
			Address management = management(deployment);
			assertAllowed(management.send("GET /health", APP), 200, "https://app.example.com");
			assertRefused(management.send("GET /health", EVIL));
		}
	}

	@ParameterizedTest
	@EnumSource
	void settingsOfTheActuatorDecideWhereNoPolicyNamesItsPath(Server server) {
		try (Deployment deployment = on(server).property("cors.allowed-origins", "https://app.example.com")
			.property("management.endpoints.web.cors.allowed-origins", "https://ops.example.com")
			.start()) {
			Address management = management(deployment);
			assertAllowed(management.send("GET /actuator/health", OPS), 200, "https://ops.example.com");
			assertRefused(management.send("GET /actuator/health", APP));
			assertAllowed(deployment.send("GET /elsewhere", APP), 404, "https://app.example.com");
			assertUntouched(management.send("GET /elsewhere", APP));
		}
	}

	@ParameterizedTest
	@EnumSource
	void policyThatNamesThePathDecidesOverTheSettingsOfTheActuator(Server server) {
		try (Deployment deployment = on(server).property("cors.policies.ops.paths", "/actuator/**")
			.property("cors.policies.ops.allowed-origins", "https://app.example.com")
			.property("management.endpoints.web.cors.allowed-origins", "https://ops.example.com")
			.start()) {
			Address management = management(deployment);
			assertAllowed(management.send("GET /actuator/health", APP), 200, "https://app.example.com");
			assertRefused(management.send("GET /actuator/health", OPS));
		}
	}

	@ParameterizedTest
	@EnumSource
	void policyThatReportsIsComparedWithWhatIsAnsweredThere(Server server) {
		try (Deployment deployment = on(server).property("management.endpoints.web.exposure.include", "cors,health")
			.property("management.endpoints.web.cors.allowed-origins", "https://ops.example.com")
			.property("cors.policies.next.paths", "/actuator/**, /elsewhere")
			.property("cors.policies.next.allowed-origins", "https://app.example.com")
			.property("cors.policies.next.enforcement", "report-only")
			.start()) {
			Address management = management(deployment);
			assertAllowed(management.send("GET /actuator/health", OPS), 200, "https://ops.example.com");
			assertAllowed(management.send("OPTIONS /actuator/health", OPS, "Access-Control-Request-Method: GET"), 200,
					"https://ops.example.com");
			assertRefused(management.send("GET /actuator/health", APP));
			management.send("GET /elsewhere", OPS);
			await().untilAsserted(() -> assertThat(management.send("GET /actuator/cors/report").body()).contains(
					"\"totals\":{\"would-break\":2,\"would-open\":1,\"would-stop\":0,\"would-differ\":0,\"same\":0}"));
			deployment.send("GET /elsewhere", OPS);
			await().untilAsserted(() -> assertThat(management.send("GET /actuator/cors/report").body()).contains(
					"\"totals\":{\"would-break\":2,\"would-open\":1,\"would-stop\":0,\"would-differ\":0,\"same\":1}"));
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "MVC_TOMCAT", "WEBFLUX_NETTY" })
	void disabledPoliciesGovernNothingThereEither(Server server) {
		try (Deployment deployment = on(server).property("cors.allowed-origins", "https://app.example.com")
			.property("cors.enabled", "false")
			.start()) {
			RawReply reply = management(deployment).send("GET /actuator/health", APP);
			assertThat(reply.status()).isEqualTo(200);
			assertThat(reply.corsHeaders()).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "MVC_TOMCAT", "MVC_JETTY" })
	void pathOfTheDispatcherServletIsNoPartOfThatPort(Server server) {
		try (Deployment deployment = on(server).property("spring.mvc.servlet.path", "/mvc")
			.property("cors.allowed-origins", "https://app.example.com")
			.property("management.endpoints.web.cors.allowed-origins", "https://ops.example.com")
			.start()) {
			assertAllowed(management(deployment).send("GET /actuator/health", OPS), 200, "https://ops.example.com");
		}
	}

}
