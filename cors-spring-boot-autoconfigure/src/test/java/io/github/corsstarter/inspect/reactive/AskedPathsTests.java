package io.github.corsstarter.inspect.reactive;

import java.util.stream.IntStream;

import io.github.corsstarter.inspect.UnsafeConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * What cannot be read is asked for paths that come to it.
 */
class AskedPathsTests {

	private static final String ORDERS = "/partner/orders";

	private static final int AREAS = 40;

	@Test
	void chainIsAskedForItsOwnPathsHoweverManyOthersThereAre() {
		assertUnsafe(Chain.class, "chain", ORDERS);
	}

	@Test
	void filterIsAskedForThePathsOfPolicies() {
		assertUnsafe(Filter.class, "corsWebFilter", "/governed/");
	}

	private static void assertUnsafe(Class<?> type, String name, String path) {
		UnsafeConfiguration.assertStopsProduction(WebApplicationType.REACTIVE, type,
				"wildcard-with-credentials: " + name, path);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableWebFluxSecurity
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
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http.securityMatcher(new PathPatternParserServerWebExchangeMatcher("/partner/**"))
				.cors((cors) -> cors
					.configurationSource((exchange) -> exchange.getRequest().getPath().value().equals(ORDERS)
							? UnsafeConfiguration.anybody() : null))
				.build();
		}

		@Bean
		@Order(2)
		SecurityWebFilterChain others(ServerHttpSecurity http) {
			return http.authorizeExchange((exchanges) -> exchanges.anyExchange().permitAll()).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Filter {

		@Bean
		CorsWebFilter corsWebFilter() {
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/governed/**", UnsafeConfiguration.anybody());
			return new CorsWebFilter(source);
		}

	}

}
