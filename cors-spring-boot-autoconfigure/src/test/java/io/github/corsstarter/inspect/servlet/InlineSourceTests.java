package io.github.corsstarter.inspect.servlet;

import java.util.ArrayList;
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
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

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
		return Stream.of(Arguments.of(ChainOfLambda.class, "apiChain"), Arguments.of(ChainOfMethod.class, "apiChain"),
				Arguments.of(FilterBean.class, "corsFilter"), Arguments.of(LateRegistration.class, "registration"),
				Arguments.of(EarlyRegistration.class, "registration"), Arguments.of(SourceThatLooks.class, "looking"),
				Arguments.of(OwnMapping.class, "ownMapping"), Arguments.of(SourceHandler.class, "ownMapping"),
				Arguments.of(InheritedMethod.class, "ownMapping"), Arguments.of(HandlerOfTheRoot.class, "ownMapping"),
				Arguments.of(HandlerOfEverything.class, "ownMapping"),
				Arguments.of(FilterSubclass.class, "corsFilter"));
	}

	@ParameterizedTest
	@MethodSource("sources")
	void unsafeOneStopsProductionByItsName(Class<?> type, String name) {
		assertThatException()
			.isThrownBy(() -> InspectedApplication.startServlet(type, "spring.profiles.active=prod").close())
			.havingRootCause()
			.isInstanceOf(UnsafeCorsPolicyException.class)
			.withMessageContaining("wildcard-with-credentials: " + name)
			.withMessageContaining("at bean '" + name + "'")
			.withMessageContaining(NOBODY)
			.satisfies((ex) -> assertThat(String.valueOf(ex.getMessage()).split("wildcard-with-credentials: "))
				.hasSize(2));
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
		boolean ahead = type == EarlyRegistration.class;
		try (InspectedApplication application = InspectedApplication.startServlet(type,
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
		try (InspectedApplication application = InspectedApplication.startServlet(ChainOfLambda.class)) {
			String body = application.send("GET", "/actuator/cors").body();
			List<Map<String, Object>> violations = JsonPath.read(body,
					"$.violations[?(@.rule == 'wildcard-with-credentials')]");
			assertThat(violations).singleElement().satisfies((violation) -> {
				assertThat(violation).containsEntry("asked", true)
					.containsEntry("value", "apiChain")
					.containsEntry("location", "bean 'apiChain'")
					.doesNotContainKey("property");
				assertThat(String.valueOf(violation.get("message"))).contains("/", NOBODY,
						"Access-Control-Allow-Origin: " + NOBODY, "Access-Control-Allow-Credentials: true");
			});
			List<Map<String, Object>> sources = JsonPath.read(body, "$.otherSources[?(@.name == 'apiChain')]");
			assertThat(sources).singleElement()
				.satisfies((source) -> assertThat(source).containsEntry("asked", true)
					.containsEntry("effect", "partly-shadowed")
					.containsEntry("shadowedBy", "base")
					.containsEntry("paths", List.of("/**"))
					.doesNotContainKey("configuration"));
			assertThat(application.get("/open", "https://evil.example")).isEqualTo("https://evil.example");
		}
	}

	@ParameterizedTest
	@CsvSource({ "null,null-origin", "http://localhost:*,localhost-origin", "http://localhost:4200,localhost-origin",
			"http://*.example.com,insecure-origin" })
	void otherAnswersAreJudgedEachForItself(String pattern, String rule) {
		allowed = () -> allowing(pattern);
		assertThatException()
			.isThrownBy(
					() -> InspectedApplication.startServlet(FilterBean.class, "spring.profiles.active=prod").close())
			.havingRootCause()
			.withMessageContaining("1 problem")
			.withMessageContaining(rule + ": corsFilter");
	}

	@Test
	void methodThatAHandlerIsMappedToIsAskedFor() {
		allowed = () -> {
			CorsConfiguration configuration = UnsafeConfiguration.anybody();
			configuration.setAllowedMethods(List.of("POST"));
			return configuration;
		};
		assertThatException()
			.isThrownBy(
					() -> InspectedApplication.startServlet(FilterBean.class, "spring.profiles.active=prod").close())
			.havingRootCause()
			.withMessageContaining("wildcard-with-credentials: corsFilter")
			.withMessageContaining("/governed/posted");
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
			.isThrownBy(
					() -> InspectedApplication.startServlet(ChainOfLambda.class, "spring.profiles.active=prod").close())
			.havingRootCause()
			.isInstanceOf(UnsafeCorsPolicyException.class)
			.withMessageContaining("localhost-origin: apiChain")
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
		InspectedApplication.startServlet(ChainOfLambda.class, "spring.profiles.active=prod").close();
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
					() -> InspectedApplication.startServlet(Expression.class, "spring.profiles.active=prod").close())
			.havingRootCause()
			.withMessageContaining("wildcard-with-credentials: corsFilter")
			.withMessageContaining("/ids/");
	}

	@Test
	void functionalRouteIsAskedFor() {
		assertThatException()
			.isThrownBy(() -> InspectedApplication.startServlet(Routes.class, "spring.profiles.active=prod").close())
			.havingRootCause()
			.withMessageContaining("wildcard-with-credentials: corsFilter")
			.withMessageContaining("/functional/books/sample");
	}

	@Test
	void waiverOfTheNameIsOne() throws Exception {
		allowed = () -> allowing("null");
		try (InspectedApplication application = InspectedApplication.startServlet(FilterBean.class,
				"spring.profiles.active=prod", "cors.validation.waivers[0].rule=null-origin",
				"cors.validation.waivers[0].value=corsFilter", "cors.validation.waivers[0].reason=a sandbox")) {
			assertThat(application.violations()).contains("null-origin error corsFilter at bean 'corsFilter'");
		}
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
			.isThrownBy(() -> InspectedApplication.startServlet(type, "spring.profiles.active=prod").close())
			.havingRootCause()
			.isInstanceOf(UnsafeCorsPolicyException.class)
			.withMessageContaining("wildcard-with-credentials: " + name)
			.withMessageContaining("which Spring refuses to answer");
		assertThat(CALLED).isEmpty();
	}

	@Test
	void whatHasNothingToSayWasAskedAllTheSame(CapturedOutput output) throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(SilentFilter.class,
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
		assertThat(output).contains("opaque-cors: corsFilter", "passed all of them on", "was not judged");
	}

	@Test
	void whatThrowsIsOpaqueAndSaysSo(CapturedOutput output) {
		allowed = () -> {
			throw new IllegalStateException("No tenant");
		};
		try (InspectedApplication application = InspectedApplication.startServlet(FilterBean.class,
				"spring.profiles.active=prod")) {
			assertThat(application.otherSources()).extracting(CorsSourceDescriptor::effect).containsExactly("opaque");
		}
		assertThat(output).contains("opaque-cors: corsFilter", "No tenant");
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
		try (InspectedApplication application = InspectedApplication.startServlet(FilterBean.class)) {
			assertThat(application.otherSources()).extracting(CorsSourceDescriptor::effect).containsExactly("opaque");
		}
	}

	private static CorsConfiguration allowing(String pattern) {
		CorsConfiguration configuration = UnsafeConfiguration.anybody();
		configuration.setAllowedOriginPatterns(new ArrayList<>(List.of(pattern)));
		return configuration;
	}

	private static CorsConfigurationSource source() {
		return (request) -> allowed.get();
	}

	/**
	 * Handlers and a filter that no question may come to.
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

		@PostMapping("/governed/posted")
		String posted() {
			CALLED.add("posted");
			return "Hello";
		}

		@Bean
		FilterRegistrationBean<Filter> ownFilter() {
			return new FilterRegistrationBean<>((request, response, chain) -> {
				CALLED.add("filter");
				chain.doFilter(request, response);
			});
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebSecurity
	static class ChainOfLambda extends Pages {

		@Bean
		SecurityFilterChain apiChain(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.cors((cors) -> cors.configurationSource((request) -> allowed.get()))
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebSecurity
	static class ChainOfMethod extends Pages {

		@Bean
		SecurityFilterChain apiChain(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.cors((cors) -> cors.configurationSource(mapped()))
				.build();
		}

		private CorsConfigurationSource mapped() {
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/**", allowed.get());
			return source;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FilterBean extends Pages {

		@Bean
		CorsFilter corsFilter() {
			return new CorsFilter(source());
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
		CorsFilter corsFilter() {
			return new CorsFilter((request) -> request.getRequestURI().matches("/ids/\\d+") ? allowed.get() : null);
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
		CorsFilter corsFilter() {
			CorsConfiguration put = UnsafeConfiguration.anybody();
			put.setAllowedMethods(List.of("PUT"));
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/functional/**", put);
			return new CorsFilter(source);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FilterSubclass extends Pages {

		@Bean
		CorsFilter corsFilter() {
			return new CorsFilter(source()) {
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LateRegistration extends Pages {

		@Bean
		FilterRegistrationBean<CorsFilter> registration() {
			FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(new CorsFilter(source()));
			registration.setOrder(0);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class EarlyRegistration extends Pages {

		@Bean
		FilterRegistrationBean<CorsFilter> registration() {
			FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(new CorsFilter(source()));
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SourceThatLooks extends Pages {

		@Bean
		CorsConfigurationSource looking() {
			return (request) -> HttpMethod.TRACE.matches(request.getMethod()) ? null : allowed.get();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnMapping extends Pages {

		@Bean
		SimpleUrlHandlerMapping ownMapping() {
			SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping(
					Map.of("/mapped", (HttpRequestHandler) (request, response) -> CALLED.add("handler")), 0);
			mapping.setCorsConfigurationSource(
					(request) -> HttpMethod.TRACE.matches(request.getMethod()) ? null : allowed.get());
			return mapping;
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

	@Configuration(proxyBeanMethods = false)
	static class SilentFilter extends Pages {

		@Bean
		CorsFilter corsFilter() {
			return new CorsFilter((request) -> (request.getHeader("X-Tenant") != null) ? allowed.get() : null);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class HandlerOfTheRoot extends Pages {

		@Bean
		SimpleUrlHandlerMapping ownMapping() {
			return new SimpleUrlHandlerMapping(Map.of("/", new LookingHandler()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class HandlerOfEverything extends Pages {

		@Bean
		SimpleUrlHandlerMapping ownMapping() {
			return new SimpleUrlHandlerMapping(Map.of("/*", new LookingHandler()));
		}

	}

	static class LookingHandler implements HttpRequestHandler, CorsConfigurationSource {

		@Override
		public void handleRequest(HttpServletRequest request, HttpServletResponse response) {
			CALLED.add("handler");
		}

		@Override
		public CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
			request.getMethod();
			return allowed.get();
		}

	}

}
