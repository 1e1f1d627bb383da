package io.github.corsstarter.load;

import java.util.List;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * The sample's policies as a hand-written filter, in the place where the starter has its
 * own.
 */
@Configuration(proxyBeanMethods = false)
class SpringCorsFilter {

	@Bean
	FilterRegistrationBean<CorsFilter> filterRegistration() {
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/api/**", api());
		source.registerCorsConfiguration("/catalog/**", catalog());
		FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(new CorsFilter(source));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
		return registration;
	}

	private static CorsConfiguration api() {
		CorsConfiguration api = new CorsConfiguration();
		api.setAllowedOrigins(List.of("https://app.example.com"));
		api.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "DELETE"));
		api.setAllowedHeaders(List.of("Content-Type", "X-Request-Id"));
		api.setExposedHeaders(List.of("Location", "X-Total-Count"));
		api.setAllowCredentials(true);
		api.setMaxAge(600L);
		return api;
	}

	private static CorsConfiguration catalog() {
		CorsConfiguration catalog = new CorsConfiguration();
		catalog.setAllowedOrigins(List.of("*"));
		catalog.setAllowedMethods(List.of("GET", "HEAD"));
		return catalog;
	}

}
