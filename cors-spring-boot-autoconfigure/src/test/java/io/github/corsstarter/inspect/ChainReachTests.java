package io.github.corsstarter.inspect;

import java.util.List;

import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A security chain has a say in the paths that its matcher accepts, and in no other.
 */
class ChainReachTests {

	private static final String ORIGIN = "https://page.example.com";

	private static final String AHEAD = "cors.filter.order=0";

	@ParameterizedTest
	@ValueSource(classes = { ServletRead.class, ServletAsked.class, Reactive.class })
	void chainIsListedForThePathsOfItsMatcher(Class<?> type) throws Exception {
		try (InspectedApplication application = start(type)) {
			assertThat(application.sources()).filteredOn((source) -> source.name().equals("chain"))
				.singleElement()
				.satisfies((source) -> assertThat(source.paths()).isNotEmpty()
					.allMatch((path) -> path.startsWith("/open/api/")));
			assertThat(application.effects()).contains("chain active");
			assertThat(decidedBy(application, "/open/api/a")).isEqualTo("chain");
			assertThat(application.preflight("/open/api/a", ORIGIN, "GET")).isEqualTo(ORIGIN);
			assertThat(decidedBy(application, "/open/other")).isNull();
			assertThat(application.preflight("/open/other", ORIGIN, "GET")).isNull();
		}
	}

	@ParameterizedTest
	@ValueSource(classes = { ServletRead.class, ServletAsked.class, Reactive.class })
	void chainIsAheadOfThePoliciesOfItsPathsAlone(Class<?> type) throws Exception {
		try (InspectedApplication application = start(type, AHEAD)) {
			assertThat(application.effects()).contains("chain active");
			assertThat(application.violations()).noneMatch((violation) -> violation.contains("policy-bypassed"));
			assertThat(application.preflight("/governed/x", InspectedApplication.POLICY_ORIGIN, "GET"))
				.isEqualTo(InspectedApplication.POLICY_ORIGIN);
		}
		try (InspectedApplication application = start(type, AHEAD, "cors.policies.api.paths=/open/api/b")) {
			assertThat(application.effects()).contains("chain ahead");
			String violations = application.send("GET", "/actuator/cors").body();
			assertThat(JsonPath.<List<String>>read(violations, "$.violations[?(@.rule == 'policy-bypassed')].message"))
				.singleElement()
				.asString()
				.contains("policy 'api'");
		}
	}

	@ParameterizedTest
	@ValueSource(classes = { ServletByHeader.class, ReactiveByHeader.class })
	void chainOfUnknownPathsIsAheadOfEveryPolicy(Class<?> type) throws Exception {
		try (InspectedApplication application = start(type, AHEAD)) {
			assertThat(application.effects()).contains("chain ahead");
		}
	}

	@ParameterizedTest
	@CsvSource({ "/api/**,api", "/partner/**,api", "/api/v1/x,api", "/files/**,", "/governed/y," })
	void chainIsAheadOfPolicyOfPathsThatItMayBeCalledFor(String paths, @Nullable String policy) throws Exception {
		for (Class<?> type : List.of(ServletOfSeveral.class, ReactiveOfSeveral.class)) {
			try (InspectedApplication application = start(type, AHEAD, "cors.paths=/nowhere",
					"cors.policies.api.paths=" + paths)) {
				assertThat(application.effects()).contains("chain " + ((policy != null) ? "ahead" : "active"));
			}
		}
	}

	private static @Nullable String decidedBy(InspectedApplication application, String path) throws Exception {
		String explanation = application.send("GET", "/actuator/cors/explain?origin=" + ORIGIN + "&path=" + path)
			.body();
		return JsonPath.read(explanation, "$.actual.decidedBy");
	}

	private static InspectedApplication start(Class<?> type, String... properties) {
		return Reactive.class.isAssignableFrom(type) ? InspectedApplication.startReactive(type, properties)
				: InspectedApplication.startServlet(type, properties);
	}

	private static CorsConfiguration configuration() {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOrigins(List.of(ORIGIN));
		return configuration;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Pages {

		@GetMapping({ "/open/api/a", "/open/api/b", "/open/other", "/governed/x" })
		String page() {
			return "Hello";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebSecurity
	static class Servlet extends Pages {

		@Bean
		@Order(2)
		SecurityFilterChain others(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
		}

		@Bean
		DelegatingFilterProxyRegistrationBean securityFilterChainRegistration() {
			DelegatingFilterProxyRegistrationBean registration = new DelegatingFilterProxyRegistrationBean(
					"springSecurityFilterChain");
			registration.setOrder(-100);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ServletRead extends Servlet {

		@Bean
		UrlBasedCorsConfigurationSource corsConfigurationSource() {
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/**", configuration());
			return source;
		}

		@Bean
		@Order(1)
		SecurityFilterChain chain(HttpSecurity http) {
			return http.securityMatcher("/open/api/**").cors(Customizer.withDefaults()).build();
		}

		@Bean
		@Override
		@Order(2)
		SecurityFilterChain others(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.cors((cors) -> cors.disable())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ServletAsked extends Servlet {

		@Bean
		@Order(1)
		SecurityFilterChain chain(HttpSecurity http) {
			return http.securityMatcher("/open/api/**")
				.cors((cors) -> cors.configurationSource((request) -> configuration()))
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ServletByHeader extends Servlet {

		@Bean
		@Order(1)
		SecurityFilterChain chain(HttpSecurity http) {
			return http.securityMatcher((request) -> request.getHeader("X-Legacy") != null)
				.cors((cors) -> cors.configurationSource((request) -> configuration()))
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@RestController
	static class ServletOfSeveral extends Servlet {

		@GetMapping({ "/login", "/api/{version}/x" })
		String several() {
			return "Hello";
		}

		@Bean
		@Order(1)
		SecurityFilterChain chain(HttpSecurity http) {
			return http.securityMatcher("/login", "/api/v1/**", "/partner/**")
				.cors((cors) -> cors.configurationSource((request) -> configuration()))
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@RestController
	static class ReactiveOfSeveral extends Reactive {

		@GetMapping({ "/login", "/api/{version}/x" })
		String several() {
			return "Hello";
		}

		@Bean
		@Order(1)
		@Override
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/login", "/api/v1/**", "/partner/**"))
				.cors((cors) -> cors.configurationSource((exchange) -> configuration()))
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebFluxSecurity
	static class Reactive extends Pages {

		@Bean
		@Order(1)
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http.securityMatcher(new PathPatternParserServerWebExchangeMatcher("/open/api/**"))
				.cors((cors) -> cors.configurationSource((exchange) -> configuration()))
				.build();
		}

		@Bean
		@Order(2)
		SecurityWebFilterChain others(ServerHttpSecurity http) {
			return http.authorizeExchange((exchanges) -> exchanges.anyExchange().permitAll()).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveByHeader extends Reactive {

		@Bean
		@Order(1)
		@Override
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http
				.securityMatcher((exchange) -> (exchange.getRequest().getHeaders().getFirst("X-Legacy") != null)
						? MatchResult.match() : MatchResult.notMatch())
				.cors((cors) -> cors.configurationSource((exchange) -> configuration()))
				.build();
		}

	}

}
