package io.github.corsstarter.web.servlet;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.web.PolicyCorsConfigurations;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/**
 * The {@link CorsPolicies} as Spring's own type, for components that ask for one. There
 * is no configuration, which lets a request through, where no policy governs the path,
 * and for requests of the application's own origin and navigations.
 */
public class PolicyCorsConfigurationSource implements CorsConfigurationSource {

	private final PolicyCorsConfigurations configurations;

	/**
	 * Create a source.
	 * @param policies what decides
	 */
	public PolicyCorsConfigurationSource(CorsPolicies policies) {
		this.configurations = new PolicyCorsConfigurations(policies);
	}

	@Override
	public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
		return this.configurations.of(ServletCorsRequests.of(request));
	}

}
