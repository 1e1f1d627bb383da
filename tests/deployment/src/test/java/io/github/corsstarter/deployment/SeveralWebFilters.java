package io.github.corsstarter.deployment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.reactive.config.CorsRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * The filters, the chain and the mappings of {@link ExplanationTests.Several} for
 * WebFlux.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@Import(ExplanationTests.OpenPages.class)
class SeveralWebFilters {

	@Bean
	CorsWebFilter first(Environment environment) {
		return new OrderedFilter(environment, "first");
	}

	@Bean
	CorsWebFilter second(Environment environment) {
		return new OrderedFilter(environment, "second");
	}

	@Bean
	SecurityWebFilterChain chain(ServerHttpSecurity http, Environment environment) {
		return http.cors((cors) -> cors.configurationSource(source(environment, "chain")))
			.csrf((csrf) -> csrf.disable())
			.authorizeExchange((exchanges) -> exchanges.anyExchange().permitAll())
			.build();
	}

	@Bean
	WebFluxConfigurer mappings(Environment environment) {
		return new WebFluxConfigurer() {

			@Override
			public void addCorsMappings(CorsRegistry registry) {
				registry.addMapping(environment.getRequiredProperty("test.paths.mappings"))
					.combine(ExplanationTests.named("mappings"));
			}

		};
	}

	private static CorsConfigurationSource source(Environment environment, String name) {
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration(environment.getRequiredProperty("test.paths." + name),
				ExplanationTests.named(name));
		return source;
	}

	static final class OrderedFilter extends CorsWebFilter implements Ordered {

		private final int order;

		OrderedFilter(Environment environment, String name) {
			super(source(environment, name));
			this.order = environment.getRequiredProperty("test.order." + name, Integer.class);
		}

		@Override
		public int getOrder() {
			return this.order;
		}

	}

}
