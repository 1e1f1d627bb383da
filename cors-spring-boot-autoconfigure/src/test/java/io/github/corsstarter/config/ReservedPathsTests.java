package io.github.corsstarter.config;

import java.util.Map;

import io.github.corsstarter.autoconfigure.TestEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReservedPaths}.
 */
class ReservedPathsTests {

	@Test
	void nothingIsReservedWithoutOtherSettings() {
		assertThat(ReservedPaths.of(new TestEnvironment())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "allowed-origins", "allowed-origin-patterns", "allowedOrigins" })
	void actuatorIsReservedWhenItAllowsOrigins(String key) {
		TestEnvironment environment = new TestEnvironment()
			.arguments(Map.of("management.endpoints.web.cors." + key, "https://a.example"));
		assertThat(ReservedPaths.of(environment)).containsExactly("/actuator");
	}

	@Test
	void otherSettingsReserveNothing() {
		TestEnvironment environment = new TestEnvironment().arguments(
				Map.of("management.endpoints.web.cors.allowed-methods", "GET", "spring.graphql.cors.max-age", "1m"));
		assertThat(ReservedPaths.of(environment)).isEmpty();
	}

	@Test
	void blankOriginsReserveNothing() {
		TestEnvironment environment = new TestEnvironment()
			.arguments(Map.of("management.endpoints.web.cors.allowed-origins", ""));
		assertThat(ReservedPaths.of(environment)).isEmpty();
	}

	@Test
	void basePathOfActuatorIsKnown() {
		TestEnvironment environment = new TestEnvironment()
			.arguments(Map.of("management.endpoints.web.cors.allowed-origins", "https://a.example",
					"management.endpoints.web.base-path", "/manage"));
		assertThat(ReservedPaths.of(environment)).containsExactly("/manage");
	}

	@Test
	void graphQlIsReservedWhenItAllowsOrigins() {
		TestEnvironment environment = new TestEnvironment()
			.arguments(Map.of("spring.graphql.cors.allowed-origins[0]", "https://a.example"));
		assertThat(ReservedPaths.of(environment)).containsExactly("/graphql");
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.graphql.http.path", "spring.graphql.path" })
	void pathOfGraphQlIsKnown(String key) {
		TestEnvironment environment = new TestEnvironment()
			.arguments(Map.of("spring.graphql.cors.allowed-origins", "https://a.example", key, "/query"));
		assertThat(ReservedPaths.of(environment)).containsExactly("/query");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api", "/api/" })
	void pathOfDispatcherServletIsKept(String servletPath) {
		TestEnvironment environment = new TestEnvironment()
			.arguments(Map.of("management.endpoints.web.cors.allowed-origins", "https://a.example",
					"spring.mvc.servlet.path", servletPath));
		assertThat(ReservedPaths.of(environment)).containsExactly("/api/actuator");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "9000" })
	void actuatorOnAPortOfItsOwnHasNoDispatcherServletPath(String port) {
		TestEnvironment environment = new TestEnvironment()
			.arguments(Map.of("management.endpoints.web.cors.allowed-origins", "https://a.example",
					"spring.mvc.servlet.path", "/api", "management.server.port", port));
		assertThat(ReservedPaths.of(environment)).containsExactly("/actuator");
	}

}
