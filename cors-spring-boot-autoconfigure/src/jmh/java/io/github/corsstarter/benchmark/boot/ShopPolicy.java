package io.github.corsstarter.benchmark.boot;

import java.time.Duration;
import java.util.List;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.web.PathPatternMapping;

import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * A typical policy, once for the starter and once for Spring.
 */
final class ShopPolicy {

	static final String PATH = "/api/orders/4711";

	static final String ORIGIN = "https://shop.example.com";

	static final String STRANGER = "https://shop.example.net";

	private static final String PATHS = "/api/**";

	private static final String[] ORIGINS = { "https://www.example.com", "https://admin.example.com", ORIGIN };

	private static final String[] METHODS = { "GET", "POST", "PUT", "DELETE" };

	private static final String[] REQUEST_HEADERS = { "Authorization", "Content-Type", "X-Request-Id" };

	private static final String[] RESPONSE_HEADERS = { "Location", "ETag" };

	private static final Duration MAX_AGE = Duration.ofMinutes(30);

	private ShopPolicy() {
	}

	static CorsPolicies policies() {
		CorsPolicyDefinition definition = CorsPolicyDefinition.builder(CorsPolicyDefinition.BASE)
			.paths(PATHS)
			.allowedOrigins(ORIGINS)
			.allowedMethods(METHODS)
			.allowedHeaders(REQUEST_HEADERS)
			.exposedHeaders(RESPONSE_HEADERS)
			.allowCredentials(true)
			.maxAge(MAX_AGE)
			.build();
		CorsPolicy policy = CorsPolicy.compile(EffectivePolicy.of(definition));
		return new CorsPolicies(PathPatternMapping.of(List.of(policy), List.of()));
	}

	static UrlBasedCorsConfigurationSource springSource() {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOrigins(List.of(ORIGINS));
		configuration.setAllowedMethods(List.of(METHODS));
		configuration.setAllowedHeaders(List.of(REQUEST_HEADERS));
		configuration.setExposedHeaders(List.of(RESPONSE_HEADERS));
		configuration.setAllowCredentials(true);
		configuration.setMaxAge(MAX_AGE);
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration(PATHS, configuration);
		return source;
	}

}
