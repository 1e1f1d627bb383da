package io.github.corsstarter.inspect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.policy.Location;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceConfiguration;
import io.github.corsstarter.validation.source.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ManagementInspector}, {@link GraphQlInspector} and
 * {@link GatewayInspector}.
 */
class PropertiesInspectorTests {

	private final StandardEnvironment environment = new StandardEnvironment();

	@Test
	void managementWithoutOriginsIsNone() {
		yaml("""
				management.endpoints.web.cors:
				  allowed-methods: GET
				  allow-credentials: true
				""");
		assertThat(new ManagementInspector(this.environment, "").inspect()).isEmpty();
	}

	@Test
	void managementHasTheMaxAgeOfItsOwner() {
		yaml("""
				management.endpoints.web:
				  base-path: /manage/
				  cors:
				    allowed-origins: [https://a.example.com, https://b.example.com]
				""");
		assertThat(new ManagementInspector(this.environment, "/mvc").inspect()).containsExactly(CorsSource.properties(
				CorsSource.Kind.MANAGEMENT, "management.endpoints.web.cors", List.of("/mvc/manage/**"),
				new Location.PropertySourceFile("class path resource [test.yml]", null, new Location.Position(4, 23),
						false),
				new SourceConfiguration(List.of("https://a.example.com", "https://b.example.com"), null, null, null,
						null, null, 1800L)));
	}

	@Test
	void managementOnPortOfItsOwnIsNotBelowTheDispatcherServlet() {
		properties(Map.of("management.endpoints.web.cors.allowed-origin-patterns", "https://*.example.com",
				"management.endpoints.web.cors.max-age", "2m", "management.server.port", "9000"));
		assertThat(new ManagementInspector(this.environment, "/mvc").inspect()).satisfiesExactly((source) -> {
			assertThat(source.standing()).isEqualTo(Standing.BEHIND);
			assertThat(source.paths()).containsExactly("/actuator/**");
			assertThat(source.location()).isEqualTo(new Location.NamedPropertySource("test"));
			assertThat(source.configuration()).isEqualTo(configuration(null, "https://*.example.com", 120L));
		});
	}

	@Test
	void managementOnThePortOfTheApplicationCanBeShadowed() {
		properties(Map.of("management.endpoints.web.cors.allowed-origins", "*", "management.server.port", "9000",
				"server.port", "9000"));
		assertThat(new ManagementInspector(this.environment, "").inspect()).singleElement()
			.extracting(CorsSource::standing)
			.isEqualTo(Standing.BEHIND);
	}

	@Test
	void managementThatIsOffIsNone() {
		properties(Map.of("management.endpoints.web.cors.allowed-origins", "*", "management.server.port", "-1"));
		assertThat(new ManagementInspector(this.environment, "").inspect()).isEmpty();
	}

	@Test
	void graphQlHasTheDefaultsOfItsRegistration() {
		properties(Map.of("spring.graphql.cors.allowed-origins", "https://a.example.com",
				"spring.graphql.cors.allow-credentials", "true", "spring.graphql.http.path", "/query",
				"spring.graphql.websocket.path", "/subscribe"));
		assertThat(new GraphQlInspector(this.environment, "").inspect()).satisfiesExactly((source) -> {
			assertThat(source.kind()).isEqualTo(CorsSource.Kind.GRAPHQL);
			assertThat(source.paths()).containsExactly("/query", "/subscribe");
			assertThat(source.configuration()).isEqualTo(new SourceConfiguration(List.of("https://a.example.com"), null,
					List.of("GET", "HEAD", "POST"), List.of("*"), null, true, 1800L));
		});
	}

	@Test
	void graphQlWithoutOriginsIsNone() {
		properties(Map.of("spring.graphql.cors.max-age", "10"));
		assertThat(new GraphQlInspector(this.environment, "").inspect()).isEmpty();
	}

	@Test
	void gatewayIsReadGloballyAndByRouteUnderBothOfItsPrefixes() {
		for (String prefix : List.of("spring.cloud.gateway", "spring.cloud.gateway.server.webflux")) {
			yaml(prefix + ":\n" + """
					  globalcors:
					    cors-configurations:
					      '[/**]':
					        allowedOrigins: https://a.example.com
					        allowedMethods: [GET, POST]
					        maxAge: 30
					  routes:
					  - id: plain
					    uri: https://plain.example.com
					    predicates:
					    - Path=/plain/**
					  - id: shortcut
					    uri: https://shortcut.example.com
					    predicates:
					    - Method=GET,POST
					    - Path=/shortcut/{segment}, /other/**
					    metadata:
					      cors:
					        allowedOrigins: '*'
					        allowedMethods: [GET]
					        allowed-headers: ignored
					        allowCredentials: false
					        maxAge: 60
					  - id: full
					    uri: https://full.example.com
					    predicates:
					    - name: Path
					      args:
					        pattern: /full/**
					    metadata:
					      cors:
					        allowedOriginPatterns: ['https://*.example.com']
					  - id: everything
					    uri: https://everything.example.com
					    metadata:
					      cors:
					        exposedHeaders: X-Total
					""");
			assertThat(new GatewayInspector(this.environment).inspect()).satisfiesExactly((source) -> {
				assertThat(source.name()).isEqualTo(prefix + ".globalcors.cors-configurations[/**]");
				assertThat(source.property()).isEqualTo(source.name());
				assertThat(source.location()).hasToString("class path resource [test.yml] - 5:25");
				assertThat(source.paths()).containsExactly("/**");
				assertThat(source.configuration()).isEqualTo(new SourceConfiguration(List.of("https://a.example.com"),
						null, List.of("GET", "POST"), null, null, null, 30L));
			}, (source) -> {
				assertThat(source.name()).isEqualTo(prefix + ".routes[1].metadata.cors");
				assertThat(source.paths()).containsExactly("/shortcut/{segment}");
				assertThat(source.configuration())
					.isEqualTo(new SourceConfiguration(List.of("*"), null, List.of("GET"), null, null, false, 60L));
			}, (source) -> {
				assertThat(source.paths()).containsExactly("/full/**");
				assertThat(source.configuration()).isEqualTo(configuration(null, "https://*.example.com", null));
			}, (source) -> assertThat(source.paths()).containsExactly("/**"));
		}
	}

	@Test
	void gatewayWithoutCorsIsNone() {
		properties(Map.of("spring.cloud.gateway.routes[0].id", "plain", "spring.cloud.gateway.routes[0].metadata.name",
				"value"));
		assertThat(new GatewayInspector(this.environment).inspect()).isEmpty();
	}

	private static SourceConfiguration configuration(@Nullable String origin, String pattern, @Nullable Long maxAge) {
		return new SourceConfiguration((origin != null) ? List.of(origin) : null, List.of(pattern), null, null, null,
				null, maxAge);
	}

	private void properties(Map<String, Object> properties) {
		this.environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
	}

	private void yaml(String text) {
		ByteArrayResource resource = new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {

			@Override
			public String getDescription() {
				return "class path resource [test.yml]";
			}

		};
		try {
			this.environment.getPropertySources().remove("test");
			new YamlPropertySourceLoader().load("test", resource)
				.forEach(this.environment.getPropertySources()::addFirst);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
