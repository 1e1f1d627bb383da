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
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.reactive.config.CorsRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The CORS processors of Spring behind the policy's filter on WebFlux, each with
 * configuration of its own, and the filters ahead of it.
 */
@ParameterizedClass
@EnumSource(names = "WEBFLUX_.*", mode = EnumSource.Mode.MATCH_ALL)
class FluxProcessorTests {

	private static final String ORIGIN = "https://app.example.com";

	private static final String OTHER = "https://other.example.com";

	private static final Map<Server, Deployment> DEPLOYMENTS = new EnumMap<>(Server.class);

	private final Deployment deployment;

	FluxProcessorTests(Server server) {
		this.deployment = DEPLOYMENTS.computeIfAbsent(server,
				(key) -> Deployment.on(key)
					.with(Feature.SECURITY)
					.application(Application.class)
					.property("cors.paths", "/api/**")
					.property("cors.allowed-origins", ORIGIN)
					.property("cors.allowed-methods", "GET, POST")
					.property("logging.level.root", "off")
					.start());
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		DEPLOYMENTS.values().forEach(Deployment::close);
		DEPLOYMENTS.clear();
	}

	@Test
	void navigationGoesThrough() {
		assertThat(handlers("Origin: https://bank.example", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"))
			.allSatisfy((reply) -> assertPassed(reply));
	}

	@Test
	void sameOriginGoesThroughWithoutAnOriginToName() {
		assertThat(handlers("Origin: null", "Sec-Fetch-Site: same-origin")).allSatisfy((reply) -> assertPassed(reply));
	}

	@Test
	void sameOriginGoesThroughBehindProxyThatTellsNothing() {
		assertThat(handlers("Origin: https://shop.example", "Sec-Fetch-Site: same-origin"))
			.allSatisfy((reply) -> assertPassed(reply, "Access-Control-Allow-Origin: https://shop.example"));
	}

	@Test
	void policyDecidesAboutEverythingElse() {
		assertThat(handlers("Origin: " + ORIGIN))
			.allSatisfy((reply) -> assertPassed(reply, "Access-Control-Allow-Origin: " + ORIGIN));
		assertThat(handlers("Origin: " + OTHER)).allSatisfy((reply) -> {
			assertThat(reply.status()).as(reply.toString()).isEqualTo(403);
			assertThat(reply.corsHeaders()).isEmpty();
		});
	}

	@Test
	void errorOfAnEarlierFilterCanBeRead() {
		assertThat(errors("/api", "Origin: " + ORIGIN)).allSatisfy((reply) -> {
			assertThat(reply.corsHeaders()).as(reply.toString())
				.containsExactly("Access-Control-Allow-Origin: " + ORIGIN);
			assertThat(reply.vary()).containsExactly("Origin");
		});
	}

	@Test
	void errorOfAnEarlierFilterCannotBeReadByOthers() {
		assertThat(Stream.of("Origin: " + OTHER, "X-Origin: none").flatMap((line) -> errors("/api", line)))
			.allSatisfy((reply) -> {
				assertThat(reply.corsHeaders()).as(reply.toString()).isEmpty();
				assertThat(reply.vary()).containsExactly("Origin");
			});
	}

	@Test
	void errorOfAnEarlierFilterIsLeftAloneElsewhere() {
		assertThat(errors("/elsewhere", "Origin: " + ORIGIN)).allSatisfy((reply) -> {
			assertThat(reply.corsHeaders()).as(reply.toString()).isEmpty();
			assertThat(reply.vary()).isEmpty();
		});
	}

	private Stream<RawReply> handlers(String... headers) {
		return Stream.of("/api/annotated", "/api/mapped", "/api/secured")
			.map((path) -> this.deployment.sendWithBody("", "POST " + path, headers));
	}

	private Stream<RawReply> errors(String prefix, String header) {
		RawReply limited = this.deployment.send("GET " + prefix + "/limited", header);
		assertThat(limited.status()).isEqualTo(429);
		RawReply failure = this.deployment.send("GET " + prefix + "/failure", header);
		assertThat(failure.status()).isEqualTo(500);
		return Stream.of(limited, failure);
	}

	private static void assertPassed(RawReply reply, String... corsHeaders) {
		assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
		assertThat(reply.corsHeaders()).as(reply.toString()).isEqualTo(List.of(corsHeaders));
		assertThat(reply.vary()).contains("Origin").doesNotHaveDuplicates();
	}

	/**
	 * An application whose own configuration allows another origin, and one that answers
	 * ahead of the policy.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableWebFluxSecurity
	@Import(Handlers.class)
	static class Application implements WebFluxConfigurer {

		@Override
		public void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/api/mapped").allowedOrigins(OTHER);
		}

		@Bean
		@Order(1)
		SecurityWebFilterChain secured(ServerHttpSecurity http) {
			CorsConfiguration configuration = new CorsConfiguration();
			configuration.addAllowedOrigin(OTHER);
			return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/api/secured"))
				.cors((cors) -> cors.configurationSource((exchange) -> configuration))
				.csrf(CsrfSpec::disable)
				.build();
		}

		@Bean
		@Order(2)
		SecurityWebFilterChain others(ServerHttpSecurity http) {
			return http.csrf(CsrfSpec::disable).build();
		}

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		WebFilter early() {
			return (exchange, chain) -> {
				String path = exchange.getRequest().getPath().value();
				if (path.endsWith("/limited")) {
					return Mono.error(new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS));
				}
				if (path.endsWith("/failure")) {
					throw new IllegalStateException("A filter failed on purpose");
				}
				return chain.filter(exchange);
			};
		}

	}

	@RestController
	static class Handlers {

		@CrossOrigin(OTHER)
		@PostMapping("/api/annotated")
		String annotated() {
			return "ok";
		}

		@PostMapping({ "/api/mapped", "/api/secured" })
		String plain() {
			return "ok";
		}

	}

}
