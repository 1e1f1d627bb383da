package io.github.corsstarter.deployment;

import java.util.Objects;
import java.util.Set;

import io.github.corsstarter.wire.RawReply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Deployment}: each server is the one that it says.
 */
class ServerTests {

	@ParameterizedTest
	@EnumSource
	void allowedOriginReadsTheAnswer(Server server) {
		try (Deployment deployment = Deployment.on(server)
			.application(Application.class)
			.property("cors.allowed-origins", "https://app.example.com")
			.start()) {
			RawReply reply = deployment.send("GET /greeting", "Origin: https://app.example.com");
			assertThat(reply.status()).isEqualTo(200);
			assertThat(reply.body()).contains("hello");
			assertThat(reply.header("Access-Control-Allow-Origin")).containsExactly("https://app.example.com");
			assertThat(serverClass(deployment)).startsWithIgnoringCase(server.name().split("_")[1]);
			assertThat(autoConfigurations(deployment))
				.noneMatch((name) -> name.matches(".*\\.(security|graphql|websocket|data|actuate)\\..*"));
		}
	}

	@ParameterizedTest
	@EnumSource
	void starterCanBeLeftOut(Server server) {
		try (Deployment deployment = Deployment.on(server)
			.application(Application.class)
			.property("cors.allowed-origins", "https://app.example.com")
			.withoutStarter()
			.start()) {
			RawReply reply = deployment.send("GET /greeting", "Origin: https://app.example.com");
			assertThat(reply.status()).isEqualTo(200);
			assertThat(reply.corsHeaders()).isEmpty();
		}
	}

	private static String serverClass(Deployment deployment) {
		WebServer server = ((WebServerApplicationContext) deployment.context()).getWebServer();
		return Objects.requireNonNull(server).getClass().getSimpleName();
	}

	private static Set<String> autoConfigurations(Deployment deployment) {
		return ConditionEvaluationReport.get(deployment.context().getBeanFactory())
			.getConditionAndOutcomesBySource()
			.keySet();
	}

	@Configuration(proxyBeanMethods = false)
	@Import(Greetings.class)
	static class Application {

	}

	@RestController
	static class Greetings {

		@GetMapping("/greeting")
		String greeting() {
			return "hello";
		}

	}

}
