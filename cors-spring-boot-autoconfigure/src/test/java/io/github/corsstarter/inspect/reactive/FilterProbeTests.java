package io.github.corsstarter.inspect.reactive;

import io.github.corsstarter.inspect.InspectedApplication;
import io.github.corsstarter.validation.report.UnsafeCorsPolicyException;
import io.github.corsstarter.web.reactive.PolicyCorsConfigurationSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link FilterProbe}: only what is exactly Spring's does what Spring's does.
 */
class FilterProbeTests {

	@ParameterizedTest
	@ValueSource(classes = { OwnProcessor.class, OwnFilter.class })
	void filterOfThePoliciesIsAskedUnlessItIsExactlySprings(Class<?> type) {
		assertThatException()
			.isThrownBy(() -> InspectedApplication.startReactive(type, "spring.profiles.active=prod").close())
			.havingRootCause()
			.isInstanceOf(UnsafeCorsPolicyException.class)
			.withMessageContaining("wildcard-with-credentials: corsWebFilter");
	}

	private static CorsConfiguration anybody() {
		CorsConfiguration anybody = new CorsConfiguration();
		anybody.addAllowedOriginPattern("*");
		anybody.addAllowedMethod("*");
		anybody.setAllowCredentials(true);
		return anybody;
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
					return super.process(anybody(), exchange);
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
					return new DefaultCorsProcessor().process(anybody(), exchange) ? super.filter(exchange, chain)
							: Mono.empty();
				}

			};
		}

	}

}
