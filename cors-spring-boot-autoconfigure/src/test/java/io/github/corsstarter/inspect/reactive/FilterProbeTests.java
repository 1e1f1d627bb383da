package io.github.corsstarter.inspect.reactive;

import java.util.concurrent.atomic.AtomicInteger;

import io.github.corsstarter.inspect.InspectedApplication;
import io.github.corsstarter.inspect.UnsafeConfiguration;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.web.reactive.PolicyCorsConfigurationSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

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

	@Test
	void sourceIsAskedForItsTypeOnceInOneInspection() {
		try (InspectedApplication application = InspectedApplication.startReactive(Counting.class)) {
			Counting counting = application.getBean(Counting.class);
			counting.filter.set(0);
			counting.chain.set(0);
			assertThat(application.sources()).extracting(CorsSource::name).contains("corsWebFilter", "chain");
			assertThat(counting.filter).hasValue(1);
			assertThat(counting.chain).hasValue(1);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableWebFluxSecurity
	static class Counting {

		private final AtomicInteger filter = new AtomicInteger();

		private final AtomicInteger chain = new AtomicInteger();

		@Bean
		CorsWebFilter corsWebFilter() {
			return new CorsWebFilter(counted(this.filter));
		}

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http.cors((cors) -> cors.configurationSource(counted(this.chain))).build();
		}

		/**
		 * Only who asks for the type has no origin.
		 */
		private static CorsConfigurationSource counted(AtomicInteger count) {
			return (exchange) -> {
				if (exchange.getRequest().getHeaders().getOrigin() == null) {
					count.incrementAndGet();
				}
				return null;
			};
		}

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
