package io.github.corsstarter.web;

import java.util.IdentityHashMap;
import java.util.Map;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.cors.CorsConfiguration;

/**
 * The {@link CorsPolicies} as Spring's own type, made once for each policy in force, and
 * anew for a tenant. A request is answered by the very policy that decides about it, also
 * while policies change: no configuration would let it through.
 */
public final class PolicyCorsConfigurations {

	private final CorsPolicies policies;

	private volatile Map<CorsPolicy, PolicyCorsConfiguration> known = Map.of();

	/**
	 * Create configurations.
	 * @param policies what decides
	 */
	public PolicyCorsConfigurations(CorsPolicies policies) {
		this.policies = policies;
	}

	/**
	 * Return the configuration that a request is held to.
	 * @param request the request
	 * @return the configuration, or {@code null}, which lets the request through, where
	 * no policy governs the path, and for requests of the application's own origin and
	 * navigations
	 */
	public @Nullable CorsConfiguration of(CorsRequest request) {
		CorsDecision decision = this.policies.decide(request);
		CorsPolicy policy = decision.decidedBy();
		return switch (decision.outcome()) {
			case NOT_GOVERNED, SAME_ORIGIN, NAVIGATION, LISTED_FORM -> null;
			case NO_ORIGIN, ALLOWED, REJECTED ->
				(policy != null) ? of(policy, decision.tenant()) : new CorsConfiguration();
		};
	}

	private PolicyCorsConfiguration of(CorsPolicy policy, @Nullable String tenant) {
		if (tenant != null) {
			return new PolicyCorsConfiguration(policy, tenant);
		}
		PolicyCorsConfiguration configuration = this.known.get(policy);
		return (configuration != null) ? configuration : add(policy);
	}

	/**
	 * Return the configuration of a policy that has come into force, or is about to leave
	 * it: of all others only those in force are kept.
	 */
	private PolicyCorsConfiguration add(CorsPolicy policy) {
		PolicyCorsConfiguration added = new PolicyCorsConfiguration(policy);
		Map<CorsPolicy, PolicyCorsConfiguration> kept = new IdentityHashMap<>();
		for (CorsPolicy governing : this.policies.policies()) {
			PolicyCorsConfiguration configuration = (governing == policy) ? added : this.known.get(governing);
			if (configuration != null) {
				kept.put(governing, configuration);
			}
		}
		this.known = kept;
		return added;
	}

}
