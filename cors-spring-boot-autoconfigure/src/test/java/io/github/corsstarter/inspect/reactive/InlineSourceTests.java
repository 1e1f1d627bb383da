package io.github.corsstarter.inspect.reactive;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import io.github.corsstarter.actuate.CorsSourceDescriptor;
import io.github.corsstarter.inspect.InspectedApplication;
import io.github.corsstarter.inspect.UnsafeConfiguration;
import io.github.corsstarter.validation.report.UnsafeCorsPolicyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.function.server.support.RouterFunctionMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Sources written inline, as tutorials show them: nothing can be read of them, so they
 * are asked.
 */
@ExtendWith(OutputCaptureExtension.class)
class InlineSourceTests {

	private static final String NOBODY = "https://cors-question-7f3a.invalid";

	/** What the sources allow. */
	private static Supplier<CorsConfiguration> allowed = UnsafeConfiguration::anybody;

	/** Whoever must not be called. */
	private static final List<String> CALLED = new CopyOnWriteArrayList<>();

	@BeforeEach
	@AfterEach
	void reset() {
		allowed = UnsafeConfiguration::anybody;
		CALLED.clear();
	}

	private static Stream<Arguments> sources() {
		return Stream.of(Arguments.of(FilterOfMap.class, "corsWebFilter"),
				Arguments.of(EarlyFilter.class, "corsWebFilter"), Arguments.of(ChainOfLambda.class, "chain"),
				Arguments.of(SourceThatLooks.class, "looking"), Arguments.of(OwnMapping.class, "ownMapping"),
				Arguments.of(SourceHandler.class, "ownMapping"), Arguments.of(InheritedMethod.class, "ownMapping"),
				Arguments.of(OwnRoutes.class, "ownRoutes"));
	}

	@ParameterizedTest
	@MethodSource("sources")
	void unsafeOneStopsProductionByItsName(Class<?> type, String name) {
		assertThatException()
			.isThrownBy(() -> InspectedApplication.startReactive(type, "spring.profiles.active=prod").close())
			.havingRootCause()
			.isInstanceOf(UnsafeCorsPolicyException.class)
			.withMessageContaining("wildcard-with-credentials: " + name)
			.withMessageContaining("at bean '" + name + "'")
			.withMessageContaining(NOBODY);
		assertThat(CALLED).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("sources")
	void safeOneStarts(Class<?> type, String name, CapturedOutput output) {
		allowed = () -> {
			CorsConfiguration configuration = new CorsConfiguration();
			configuration.addAllowedOrigin("https://app.example.com");
			configuration.addAllowedMethod("*");
			configuration.setAllowCredentials(true);
			return configuration;
		};
		boolean ahead = type == EarlyFilter.class;
		try (InspectedApplication application = InspectedApplication.startReactive(type,
				"spring.profiles.active=" + (ahead ? "dev" : "prod"))) {
			assertThat(application.otherSources()).anySatisfy((source) -> {
				assertThat(source.name()).isEqualTo(name);
				assertThat(source.effect()).isIn("active", "partly-shadowed", "ahead");
			});
		}
		assertThat(output).doesNotContain("opaque-cors");
		assertThat(CALLED).isEmpty();
	}

	@Test
	void answerStandsInTheEndpoint() throws Exception {
		try (InspectedApplication application = InspectedApplication.startReactive(ChainOfLambda.class)) {
			List<Map<String, Object>> violations = JsonPath.read(application.send("GET", "/actuator/cors").body(),
					"$.violations[?(@.rule == 'wildcard-with-credentials')]");
			assertThat(violations).singleElement().satisfies((violation) -> {
				assertThat(violation).containsEntry("asked", true)
					.containsEntry("value", "chain")
					.containsEntry("location", "bean 'chain'");
				assertThat(String.valueOf(violation.get("message"))).contains("Access-Control-Allow-Origin: " + NOBODY,
						"Access-Control-Allow-Credentials: true");
			});
			assertThat(application.effects()).containsExactly("chain partly-shadowed base");
			assertThat(application.get("/open", "https://evil.example")).isEqualTo("https://evil.example");
		}
	}

	@ParameterizedTest
	@CsvSource({ "null,null-origin", "http://localhost:*,localhost-origin", "http://*.example.com,insecure-origin" })
	void otherAnswersAreJudgedEachForItself(String pattern, String rule) {
		allowed = () -> {
			CorsConfiguration configuration = new CorsConfiguration();
			configuration.addAllowedOriginPattern(pattern);
			configuration.setAllowCredentials(true);
			return configuration;
		};
		assertThatException()
			.isThrownBy(
					() -> InspectedApplication.startReactive(FilterOfMap.class, "spring.profiles.active=prod").close())
			.havingRootCause()
			.withMessageContaining("1 problem")
			.withMessageContaining(rule + ": corsWebFilter");
	}

	@ParameterizedTest
	@MethodSource("sources")
	void whatSpringRefusesToAnswerStopsProductionToo(Class<?> type, String name) {
		allowed = () -> {
			CorsConfiguration configuration = new CorsConfiguration();
			configuration.addAllowedOrigin("*");
			configuration.addAllowedMethod("*");
			configuration.setAllowCredentials(true);
			return configuration;
		};
		assertThatException()
			.isThrownBy(() -> InspectedApplication.startReactive(type, "spring.profiles.active=prod").close())
			.havingRootCause()
			.isInstanceOf(UnsafeCorsPolicyException.class)
			.withMessageContaining("wildcard-with-credentials: " + name)
			.withMessageContaining("which Spring refuses to answer");
		assertThat(CALLED).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:3000", "https://localhost:4200", "http://localhost:8100",
			"http://127.0.0.1:5500", "https://localhost" })
	void serverOfDevelopmentIsFoundByItsOneOrigin(String origin) {
		allowed = () -> {
			CorsConfiguration configuration = new CorsConfiguration();
			configuration.addAllowedOrigin(origin);
			configuration.addAllowedMethod("*");
			configuration.setAllowCredentials(true);
			return configuration;
		};
		assertThatException()
			.isThrownBy(() -> InspectedApplication.startReactive(ChainOfLambda.class, "spring.profiles.active=prod")
				.close())
			.havingRootCause()
			.isInstanceOf(UnsafeCorsPolicyException.class)
			.withMessageContaining("localhost-origin: chain")
			.withMessageContaining(origin);
	}

	@Test
	void sourceThatLooksAtNothingIsAskedForOnePathOfEachMethod() {
		AtomicInteger calls = new AtomicInteger();
		allowed = () -> {
			calls.incrementAndGet();
			CorsConfiguration configuration = new CorsConfiguration();
			configuration.addAllowedOrigin("https://app.example.com");
			return configuration;
		};
		InspectedApplication.startReactive(ChainOfLambda.class, "spring.profiles.active=prod").close();
		assertThat(calls).as("asked twice").hasValueBetween(40, 80);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "PATCH" })
	void everyMethodIsAskedForOnPathThatAnExpressionMatches(String method) {
		allowed = () -> {
			CorsConfiguration configuration = UnsafeConfiguration.anybody();
			configuration.setAllowedMethods(List.of(method));
			return configuration;
		};
		assertThatException()
			.isThrownBy(
					() -> InspectedApplication.startReactive(Expression.class, "spring.profiles.active=prod").close())
			.havingRootCause()
			.withMessageContaining("wildcard-with-credentials: corsWebFilter")
			.withMessageContaining("/ids/");
	}

	@Test
	void functionalRouteIsAskedFor() {
		assertThatException()
			.isThrownBy(() -> InspectedApplication.startReactive(Routes.class, "spring.profiles.active=prod").close())
			.havingRootCause()
			.withMessageContaining("wildcard-with-credentials: corsWebFilter")
			.withMessageContaining("/functional/books/sample");
	}

	@Test
	void whatHasNothingToSayWasAskedAllTheSame(CapturedOutput output) throws Exception {
		try (InspectedApplication application = InspectedApplication.startReactive(SilentFilter.class,
				"spring.profiles.active=prod")) {
			assertThat(application.otherSources()).singleElement().satisfies((source) -> {
				assertThat(source.effect()).isEqualTo("active");
				assertThat(source.asked()).isTrue();
				assertThat(source.paths()).isEmpty();
			});
			assertThat(CALLED).isEmpty();
			assertThat(application.send("GET", "/actuator/cors/explain?path=/open&origin=https://a.example").body())
				.contains("No other CORS configuration was found that is for it.");
		}
		assertThat(output).contains("opaque-cors: corsWebFilter", "passed all of them on", "was not judged");
	}

	@Test
	void whatThrowsIsOpaqueAndSaysSo(CapturedOutput output) {
		allowed = () -> {
			throw new IllegalStateException("No tenant");
		};
		try (InspectedApplication application = InspectedApplication.startReactive(ChainOfLambda.class,
				"spring.profiles.active=prod")) {
			assertThat(application.otherSources()).extracting(CorsSourceDescriptor::effect).containsExactly("opaque");
		}
		assertThat(output).contains("opaque-cors: chain", "No tenant");
	}

	@Test
	void whatDoesNotAnswerHoldsNothingUp() {
		CountDownLatch never = new CountDownLatch(1);
		allowed = () -> {
			try {
				never.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return UnsafeConfiguration.anybody();
		};
		try (InspectedApplication application = InspectedApplication.startReactive(ChainOfLambda.class)) {
			assertThat(application.otherSources()).extracting(CorsSourceDescriptor::effect).containsExactly("opaque");
		}
	}

	private static CorsConfigurationSource source() {
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/**", allowed.get());
		return source;
	}

	/**
	 * A handler and a filter that no question may come to.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Pages {

		@GetMapping({ "/open", "/governed/open" })
		String page() {
			CALLED.add("page");
			return "Hello";
		}

		@Bean
		WebFilter ownFilter() {
			return (exchange, chain) -> {
				CALLED.add("filter");
				return chain.filter(exchange);
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FilterOfMap extends Pages {

		@Bean
		CorsWebFilter corsWebFilter() {
			return new CorsWebFilter(source());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@RestController
	static class Expression extends Pages {

		@RequestMapping(path = "/ids/{id:\\d+}", method = { RequestMethod.GET, RequestMethod.PATCH })
		String id() {
			CALLED.add("id");
			return "Hello";
		}

		@Bean
		CorsWebFilter corsWebFilter() {
			return new CorsWebFilter(
					(exchange) -> exchange.getRequest().getPath().value().matches("/ids/\\d+") ? allowed.get() : null);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Routes extends Pages {

		@Bean
		RouterFunction<ServerResponse> routes() {
			return RouterFunctions.route()
				.path("/functional", (nested) -> nested.nest(RequestPredicates.accept(MediaType.APPLICATION_JSON),
						(json) -> json.PUT("/books/{id}", (request) -> {
							CALLED.add("route");
							return ServerResponse.ok().build();
						})))
				.build();
		}

		@Bean
		CorsWebFilter corsWebFilter() {
			CorsConfiguration put = UnsafeConfiguration.anybody();
			put.setAllowedMethods(List.of("PUT"));
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/functional/**", put);
			return new CorsWebFilter(source);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class EarlyFilter extends Pages {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		CorsWebFilter corsWebFilter() {
			return new CorsWebFilter(source());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebFluxSecurity
	static class ChainOfLambda extends Pages {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http.authorizeExchange((exchanges) -> exchanges.anyExchange().permitAll())
				.cors((cors) -> cors.configurationSource((exchange) -> allowed.get()))
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SourceThatLooks extends Pages {

		@Bean
		CorsConfigurationSource looking() {
			return (exchange) -> (exchange.getRequest().getHeaders().getFirst("X-None") != null) ? null : allowed.get();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnMapping extends Pages {

		@Bean
		SimpleUrlHandlerMapping ownMapping() {
			SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping(
					Map.of("/mapped", (WebHandler) (exchange) -> Mono.fromRunnable(() -> CALLED.add("handler"))), 0);
			mapping.setCorsConfigurations(Map.of("/mapped", allowed.get()));
			return mapping;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnRoutes extends Pages {

		@Bean
		RouterFunctionMapping ownRoutes() {
			RouterFunctionMapping mapping = new RouterFunctionMapping(
					RouterFunctions.route().GET("/mapped", (request) -> {
						CALLED.add("handler");
						return ServerResponse.ok().build();
					}).build());
			mapping.setOrder(0);
			mapping.setCorsConfigurations(Map.of("/mapped", allowed.get()));
			return mapping;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SilentFilter extends Pages {

		@Bean
		CorsWebFilter corsWebFilter() {
			return new CorsWebFilter((exchange) -> (exchange.getRequest().getHeaders().getFirst("X-Tenant") != null)
					? allowed.get() : null);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SourceHandler extends Pages {

		@Bean
		SimpleUrlHandlerMapping ownMapping() {
			return new SimpleUrlHandlerMapping(Map.of("/mapped", new LookingHandler()), 0);
		}

	}

	abstract static class Mappings extends Pages {

		@Bean
		SimpleUrlHandlerMapping ownMapping() {
			return new SimpleUrlHandlerMapping(Map.of("/mapped", new LookingHandler()), 0);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class InheritedMethod extends Mappings {

	}

	static class LookingHandler implements WebHandler, CorsConfigurationSource {

		@Override
		public Mono<Void> handle(ServerWebExchange exchange) {
			return Mono.fromRunnable(() -> CALLED.add("handler"));
		}

		@Override
		public CorsConfiguration getCorsConfiguration(ServerWebExchange exchange) {
			return allowed.get();
		}

	}

}
