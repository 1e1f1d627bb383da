package io.github.corsstarter.web.reactive;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.web.PolicyCorsConfiguration;
import org.jspecify.annotations.Nullable;

import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.server.ServerWebExchange;

/**
 * The {@link CorsPolicies} as Spring's own type, for whoever asks for one. There is no
 * configuration, which lets a request through, where no policy governs the path, and for
 * requests of the application's own origin and navigations.
 */
public class PolicyCorsConfigurationSource implements CorsConfigurationSource {

	private final CorsPolicies policies;

	private final Map<CorsPolicy, PolicyCorsConfiguration> configurations;

	/**
	 * Creates a source.
	 * @param policies what decides
	 */
	public PolicyCorsConfigurationSource(CorsPolicies policies) {
		this.policies = policies;
		this.configurations = policies.policies()
			.stream()
			.collect(Collectors.toMap(Function.identity(), PolicyCorsConfiguration::new));
	}

	@Override
	public @Nullable CorsConfiguration getCorsConfiguration(ServerWebExchange exchange) {
		CorsDecision decision = this.policies.decide(ReactiveCorsRequests.of(exchange.getRequest()));
		CorsPolicy policy = decision.policy();
		return switch (decision.outcome()) {
			case NOT_GOVERNED, SAME_ORIGIN, NAVIGATION -> null;
			case NO_ORIGIN, ALLOWED, REJECTED -> (policy != null) ? this.configurations.get(policy) : null;
		};
	}

}
