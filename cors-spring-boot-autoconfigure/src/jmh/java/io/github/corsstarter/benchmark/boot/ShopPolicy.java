package io.github.corsstarter.benchmark.boot;

import java.time.Duration;
import java.util.List;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.web.PathPatternMapping;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import org.apache.catalina.filters.CorsFilter;
import org.eclipse.jetty.ee11.servlets.CrossOriginFilter;

import org.springframework.mock.web.MockFilterConfig;
import org.springframework.web.cors.CorsConfiguration;

/**
 * A typical policy, for the starter, for Spring and for the filters of the servers.
 */
final class ShopPolicy {

	static final String PATHS = "/api/**";

	static final String PATH = "/api/orders/4711";

	static final String ORIGIN = "https://shop.example.com";

	static final String STRANGER = "https://shop.example.net";

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

	static CorsConfiguration springConfiguration() {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOrigins(List.of(ORIGINS));
		configuration.setAllowedMethods(List.of(METHODS));
		configuration.setAllowedHeaders(List.of(REQUEST_HEADERS));
		configuration.setExposedHeaders(List.of(RESPONSE_HEADERS));
		configuration.setAllowCredentials(true);
		configuration.setMaxAge(MAX_AGE);
		return configuration;
	}

	static Filter tomcatFilter() {
		MockFilterConfig config = new MockFilterConfig();
		config.addInitParameter(CorsFilter.PARAM_CORS_ALLOWED_ORIGINS, String.join(",", ORIGINS));
		config.addInitParameter(CorsFilter.PARAM_CORS_ALLOWED_METHODS, String.join(",", METHODS));
		config.addInitParameter(CorsFilter.PARAM_CORS_ALLOWED_HEADERS, String.join(",", REQUEST_HEADERS));
		config.addInitParameter(CorsFilter.PARAM_CORS_EXPOSED_HEADERS, String.join(",", RESPONSE_HEADERS));
		config.addInitParameter(CorsFilter.PARAM_CORS_SUPPORT_CREDENTIALS, "true");
		config.addInitParameter(CorsFilter.PARAM_CORS_PREFLIGHT_MAXAGE, String.valueOf(MAX_AGE.toSeconds()));
		return initialized(new CorsFilter(), config);
	}

	@SuppressWarnings("removal")
	static Filter jettyFilter() {
		MockFilterConfig config = new MockFilterConfig();
		config.addInitParameter(CrossOriginFilter.ALLOWED_ORIGINS_PARAM, String.join(",", ORIGINS));
		config.addInitParameter(CrossOriginFilter.ALLOWED_METHODS_PARAM, String.join(",", METHODS));
		config.addInitParameter(CrossOriginFilter.ALLOWED_HEADERS_PARAM, String.join(",", REQUEST_HEADERS));
		config.addInitParameter(CrossOriginFilter.EXPOSED_HEADERS_PARAM, String.join(",", RESPONSE_HEADERS));
		config.addInitParameter(CrossOriginFilter.ALLOW_CREDENTIALS_PARAM, "true");
		config.addInitParameter(CrossOriginFilter.PREFLIGHT_MAX_AGE_PARAM, String.valueOf(MAX_AGE.toSeconds()));
		config.addInitParameter(CrossOriginFilter.CHAIN_PREFLIGHT_PARAM, "false");
		return initialized(new CrossOriginFilter(), config);
	}

	private static Filter initialized(Filter filter, FilterConfig config) {
		try {
			filter.init(config);
			return filter;
		}
		catch (ServletException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
