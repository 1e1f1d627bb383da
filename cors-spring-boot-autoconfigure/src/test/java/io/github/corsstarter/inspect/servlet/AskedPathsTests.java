package io.github.corsstarter.inspect.servlet;

import java.util.stream.IntStream;

import io.github.corsstarter.inspect.UnsafeConfiguration;
import jakarta.servlet.http.HttpServlet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What cannot be read is asked for paths that come to it.
 */
class AskedPathsTests {

	private static final String ORDERS = "/partner/orders";

	private static final int AREAS = 40;

	/** What the source of the filter is for. */
	private static String area = "";

	@Test
	void chainIsAskedForItsOwnPathsHoweverManyOthersThereAre() {
		assertUnsafe(Chain.class, "chain", ORDERS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/governed/", "/legacy/", "/reports/" })
	void filterIsAskedForPathsThatAnythingElseServes(String path) {
		area = path;
		assertUnsafe(Filter.class, "corsFilter", path);
	}

	private static void assertUnsafe(Class<?> type, String name, String path) {
		UnsafeConfiguration.assertStopsProduction(WebApplicationType.SERVLET, type,
				"wildcard-with-credentials: " + name, path);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableWebSecurity
	static class Chain {

		@Bean
		RouterFunction<ServerResponse> pages() {
			RouterFunctions.Builder routes = RouterFunctions.route();
			IntStream.range(0, AREAS)
				.forEach((area) -> routes.GET("/area" + area + "/page", (request) -> ServerResponse.ok().build()));
			return routes.GET(ORDERS, (request) -> ServerResponse.ok().build()).build();
		}

		@Bean
		@Order(1)
		SecurityFilterChain chain(HttpSecurity http) {
			return http.securityMatcher("/partner/**")
				.cors((cors) -> cors.configurationSource(
						(request) -> request.getRequestURI().equals(ORDERS) ? UnsafeConfiguration.anybody() : null))
				.build();
		}

		@Bean
		@Order(2)
		SecurityFilterChain others(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.cors((cors) -> cors.disable())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Filter {

		@Bean
		CorsFilter corsFilter() {
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration(area + "**", UnsafeConfiguration.anybody());
			return new CorsFilter(source);
		}

		@Bean
		ServletRegistrationBean<HttpServlet> legacy() {
			return new ServletRegistrationBean<>(new HttpServlet() {
			}, "/legacy/*");
		}

		@Bean
		FilterRegistrationBean<jakarta.servlet.Filter> reports() {
			FilterRegistrationBean<jakarta.servlet.Filter> registration = new FilterRegistrationBean<>(
					(request, response, chain) -> chain.doFilter(request, response));
			registration.addUrlPatterns("/reports/*");
			return registration;
		}

	}

}
