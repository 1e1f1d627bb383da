package io.github.corsstarter.inspect.reactive;

import io.github.corsstarter.inspect.UnsafeConfiguration;
import io.github.corsstarter.web.reactive.PolicyCorsConfigurationSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

/**
 * Tests for {@link FilterProbe}: only what is exactly Spring's does what Spring's does.
 */
class FilterProbeTests {

	@ParameterizedTest
	@ValueSource(classes = { OwnProcessor.class, OwnFilter.class })
	void filterOfThePoliciesIsAskedUnlessItIsExactlySprings(Class<?> type) {
		UnsafeConfiguration.assertStopsProduction(WebApplicationType.REACTIVE, type,
				"wildcard-with-credentials: corsWebFilter");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class OwnProcessor {

		@Bean
		CorsWebFilter corsWebFilter(
				@Qualifier("corsPolicyConfigurationSource") PolicyCorsConfigurationSource policies) {
			return new CorsWebFilter(policies, new DefaultCorsProcessor() {

				@Override
				public boolean process(@Nullable CorsConfiguration configuration, ServerWebExchange exchange) {
					return super.process(UnsafeConfiguration.anybody(), exchange);
				}

			});
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class OwnFilter {

		@Bean
		CorsWebFilter corsWebFilter(
				@Qualifier("corsPolicyConfigurationSource") PolicyCorsConfigurationSource policies) {
			return new CorsWebFilter(policies) {

				@Override
				public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
					return new DefaultCorsProcessor().process(UnsafeConfiguration.anybody(), exchange)
							? super.filter(exchange, chain) : Mono.empty();
				}

			};
		}

	}

}
