package io.github.corsstarter.deployment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;

/**
 * A filter of WebFlux that decides ahead of the policies.
 */
@Configuration(proxyBeanMethods = false)
class WebFilterAhead {

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	CorsWebFilter ahead() {
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/p0/**", ExplanationTests.old());
		source.registerCorsConfiguration("/open/**", ExplanationTests.old());
		return new CorsWebFilter(source);
	}

}
