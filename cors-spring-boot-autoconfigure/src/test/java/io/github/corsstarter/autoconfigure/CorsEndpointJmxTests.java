package io.github.corsstarter.autoconfigure;

import java.util.List;
import java.util.Map;

import javax.management.JMException;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import io.github.corsstarter.wire.RawReply;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The endpoint, called as a console calls it: by the MBean server.
 */
class CorsEndpointJmxTests {

	private static final List<String> PARAMETERS = List.of("view", "path", "origin", "method", "headers", "mode");

	private @Nullable ConfigurableApplicationContext application;

	@AfterEach
	void close() {
		if (this.application != null) {
			this.application.close();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void policiesAreDescribed(WebApplicationType type) throws JMException {
		start(type);
		Map<String, Object> description = map(call("cors"));
		assertThat(description).containsEntry("enabled", true).containsEntry("production", false);
		assertThat(description.get("policies")).asInstanceOf(InstanceOfAssertFactories.LIST)
			.singleElement()
			.satisfies((policy) -> assertThat(map(policy)).containsEntry("name", "base")
				.containsEntry("paths", List.of("/**")));
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void requestIsExplained(WebApplicationType type) throws JMException {
		start(type);
		Map<String, Object> explanation = map(
				view("explain", "/api/users", "https://x.example", "put", "authorization,x-trace"));
		assertThat(explanation).containsEntry("method", "PUT")
			.containsEntry("headers", List.of("authorization", "x-trace"))
			.containsEntry("outcome", "rejected")
			.containsEntry("reason", "origin-not-allowed")
			.containsEntry("remedy", "Add https://x.example to cors.allowed-origins.")
			.containsEntry("matchedBy", null);
		assertThat(map(explanation.get("preflight"))).containsEntry("needed", true).containsEntry("status", 403);
		assertThat(map(view("explain", "/api/users", "https://app.example.com", null, "")))
			.containsEntry("method", "GET")
			.containsEntry("outcome", "allowed")
			.containsEntry("matchedBy", "cors.allowed-origins[0]");
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void rejectionsAreListed(WebApplicationType type) throws JMException {
		int port = start(type);
		assertThat(map(view("rejections", null, null, null, null)).get("rejections")).isEqualTo(List.of());
		RawReply.to(port, "GET /a", "Origin: https://x.example");
		RawReply.to(port, "GET /a", "Origin: https://x.example");
		assertThat(map(view("rejections", null, null, null, null)).get("rejections"))
			.asInstanceOf(InstanceOfAssertFactories.LIST)
			.singleElement()
			.satisfies((rejection) -> assertThat(map(rejection)).containsEntry("origin", "https://x.example")
				.containsEntry("path", "/a")
				.containsEntry("count", 2L));
	}

	@Test
	void badParameterIsNamed() throws JMException {
		start(WebApplicationType.SERVLET);
		assertThat(error("explain", null, "https://a.example", null, null))
			.isEqualTo("The parameter 'path' is required.");
		assertThat(error("explain", "/a", " ", null, null)).isEqualTo("The parameter 'origin' is required.");
		assertThat(error("explain", "a", "https://a.example", null, null))
			.isEqualTo("The parameter 'path' must begin with a slash, such as /api/users.");
		assertThat(error("explain", "/a", "null", "P\r\n", null))
			.isEqualTo("The parameter 'method' must be a method, such as PUT.");
		assertThat(error("explain", "/a", "null", null, "a b"))
			.startsWith("The parameter 'headers' must be header names with commas between them");
		assertThat(error("explain", "/a", "a".repeat(2049), null, null))
			.isEqualTo("The parameter 'origin' must not be longer than 2048 characters.");
		assertThat(error("explian", "/a", "null", null, null))
			.isEqualTo("There is no view 'explian'. The views are explain, rejections and snapshot.");
		assertThat(error(null, null, null, null, null)).contains("view");
	}

	@Test
	void parametersAreNamedInTheDescription() throws JMException {
		start(WebApplicationType.SERVLET);
		assertThat(server().getMBeanInfo(name()).getOperations()).extracting(MBeanOperationInfo::getName)
			.containsExactlyInAnyOrder("cors", "view");
		assertThat(server().getMBeanInfo(name()).getOperations())
			.filteredOn((operation) -> "view".equals(operation.getName()))
			.singleElement()
			.satisfies((view) -> assertThat(view.getSignature()).extracting((parameter) -> parameter.getName())
				.isEqualTo(PARAMETERS));
	}

	private int start(WebApplicationType type) {
		this.application = new SpringApplicationBuilder(Application.class).web(type)
			.bannerMode(Banner.Mode.OFF)
			.run("--server.port=0", "--spring.jmx.enabled=true", "--cors.allowed-origins=https://app.example.com",
					"--management.endpoints.jmx.exposure.include=cors");
		return this.application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	private MBeanServer server() {
		if (this.application == null) {
			throw new IllegalStateException("The application is not running.");
		}
		return this.application.getBean(MBeanServer.class);
	}

	private static ObjectName name() throws JMException {
		return new ObjectName("org.springframework.boot:type=Endpoint,name=Cors");
	}

	private Object call(String operation, @Nullable Object... arguments) throws JMException {
		String[] signature = PARAMETERS.stream()
			.limit(arguments.length)
			.map((parameter) -> String.class.getName())
			.toArray(String[]::new);
		return server().invoke(name(), operation, arguments, signature);
	}

	private Object view(@Nullable String view, @Nullable String path, @Nullable String origin, @Nullable String method,
			@Nullable String headers) throws JMException {
		return call("view", view, path, origin, method, headers);
	}

	private String error(@Nullable String view, @Nullable String path, @Nullable String origin, @Nullable String method,
			@Nullable String headers) {
		JMException error = Assertions.catchThrowableOfType(JMException.class,
				() -> view(view, path, origin, method, headers));
		assertThat(error).isNotNull().hasCauseInstanceOf(IllegalArgumentException.class);
		return String.valueOf(error.getMessage());
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(@Nullable Object answer) {
		assertThat(answer).isInstanceOf(Map.class);
		return (Map<String, Object>) answer;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
