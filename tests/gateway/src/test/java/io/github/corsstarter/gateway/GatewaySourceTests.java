package io.github.corsstarter.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.inspect.CorsSourceInspectors;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.validation.report.UnsafeCorsPolicyException;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.JudgedSource;
import io.github.corsstarter.web.PathPatternGovernance;
import org.junit.jupiter.api.Test;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * The gateway's own CORS configuration, globally and by route, as the starter reads and
 * judges it, and as the gateway then answers.
 */
class GatewaySourceTests {

	private static final String PREFIX = "spring.cloud.gateway.server.webflux.";

	private static final String GATEWAY = """
			spring.cloud.gateway.server.webflux:
			  globalcors:
			    cors-configurations:
			      '[/orders/**]':
			        allowedOrigins: https://global.example.com
			        allowedMethods: GET
			  routes:
			  - id: orders
			    uri: http://localhost:1
			    predicates:
			    - Path=/orders/**
			  - id: users
			    uri: http://localhost:1
			    predicates:
			    - Path=/users/**
			    metadata:
			      cors:
			        allowedOrigins: https://route.example.com
			        allowedMethods: GET
			cors:
			  paths: %s
			  allowed-origins: https://policy.example.com
			""";

	@Test
	void configurationIsActiveWhereNoPolicyGoverns() {
		try (ConfigurableApplicationContext gateway = start(GATEWAY.formatted("/api/**"), "dev")) {
			assertThat(effects(gateway)).containsExactly(
					PREFIX + "globalcors.cors-configurations[/orders/**] active []",
					PREFIX + "routes[1].metadata.cors active []");
			assertThat(allowed(gateway, "/orders/1", "https://global.example.com")).isTrue();
			assertThat(allowed(gateway, "/users/1", "https://route.example.com")).isTrue();
			assertThat(allowed(gateway, "/users/1", "https://global.example.com")).isFalse();
		}
	}

	@Test
	void configurationIsShadowedWherePolicyGoverns() {
		try (ConfigurableApplicationContext gateway = start(GATEWAY.formatted("/**"), "dev")) {
			assertThat(effects(gateway)).containsExactly(
					PREFIX + "globalcors.cors-configurations[/orders/**] shadowed [base]",
					PREFIX + "routes[1].metadata.cors shadowed [base]");
			assertThat(allowed(gateway, "/orders/1", "https://global.example.com")).isFalse();
			assertThat(allowed(gateway, "/users/1", "https://route.example.com")).isFalse();
		}
	}

	@Test
	void unsafeConfigurationStopsProductionAndNothingElse() {
		String unsafe = GATEWAY.formatted("/api/**").replace("https://route.example.com", "http://localhost:3000");
		assertThatException().isThrownBy(() -> start(unsafe, "prod").close())
			.havingRootCause()
			.isInstanceOf(UnsafeCorsPolicyException.class)
			.withMessageContaining("localhost-origin: ")
			.withMessageContaining("http://localhost:3000")
			.withMessageContaining("at class path resource [gateway.yml] - 18:25");
		start(unsafe, "dev").close();
	}

	@Test
	void inlineFilterIsAskedForThePathsOfRoutes() {
		assertThatException().isThrownBy(() -> start(GATEWAY.formatted("/api/**"), "prod", UsersFilter.class).close())
			.havingRootCause()
			.isInstanceOf(UnsafeCorsPolicyException.class)
			.withMessageContaining("wildcard-with-credentials: usersFilter")
			.withMessageContaining("/users/");
	}

	private static List<String> effects(ConfigurableApplicationContext gateway) {
		PathPatternGovernance governance = new PathPatternGovernance(gateway.getBean(CorsPolicies.class).policies(),
				List.of(), true);
		return gateway.getBean(CorsSourceInspectors.class)
			.inspectors()
			.stream()
			.flatMap((inspector) -> inspector.inspect().stream())
			.filter((source) -> source.kind() == CorsSource.Kind.GATEWAY)
			.map((source) -> JudgedSource.of(source, governance))
			.map((judged) -> "%s %s %s".formatted(judged.source().name(), judged.effect(), judged.shadowedBy()))
			.toList();
	}

	private static boolean allowed(ConfigurableApplicationContext gateway, String path, String origin) {
		Browser browser = new Browser(gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
		return Browser.corsHeaders(browser.preflight(path, origin, "GET")).containsKey("access-control-allow-origin");
	}

	private static ConfigurableApplicationContext start(String yaml, String profile, Class<?>... more) {
		return new SpringApplicationBuilder(RunningGateway.Gateway.class).sources(more)
			.web(WebApplicationType.REACTIVE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.registerShutdownHook(false)
			.profiles(profile)
			.initializers((context) -> {
				load(yaml, context);
				context.getEnvironment()
					.getPropertySources()
					.addFirst(new MapPropertySource("test",
							Map.of("server.port", "0", "server.shutdown", "immediate", "spring.autoconfigure.exclude",
									RunningGateway.OTHER_THAN_WEBFLUX, "spring.reactor.netty.shutdown-quiet-period",
									"0s")));
			})
			.run();
	}

	private static void load(String yaml, ConfigurableApplicationContext context) {
		ByteArrayResource resource = new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)) {

			@Override
			public String getDescription() {
				return "class path resource [gateway.yml]";
			}

		};
		try {
			new YamlPropertySourceLoader().load("gateway", resource)
				.forEach(context.getEnvironment().getPropertySources()::addFirst);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class UsersFilter {

		@Bean
		CorsWebFilter usersFilter() {
			CorsConfiguration anybody = new CorsConfiguration();
			anybody.addAllowedOriginPattern("*");
			anybody.setAllowCredentials(true);
			return new CorsWebFilter(
					(exchange) -> exchange.getRequest().getPath().value().startsWith("/users/") ? anybody : null);
		}

	}

}
