package io.github.corsstarter.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsDecisionListener;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsRequest;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts CORS requests by policy, type, outcome and reason. How many counters there are
 * depends on the names of policies alone, never on what clients send, nor on how often a
 * policy of a name changes. Safe for use by several threads.
 */
public final class CorsMetrics implements CorsDecisionListener {

	/**
	 * The name of the counter.
	 */
	public static final String REQUESTS = "cors.requests";

	private static final String NO_POLICY = "none";

	private final MeterRegistry registry;

	private final Map<String, PolicyCounters> counters = new ConcurrentHashMap<>();

	/**
	 * Registers a counter for whatever can become of a request, so that rates start at
	 * zero.
	 * @param policies the policies in force
	 * @param registry where to register the counters
	 */
	public CorsMetrics(CorsPolicies policies, MeterRegistry registry) {
		this.registry = registry;
		for (CorsPolicy policy : policies.policies()) {
			countersOf(policy.name());
		}
	}

	@Override
	public void onDecision(CorsRequest request, CorsDecision decision) {
		CorsPolicy policy = decision.policy();
		if (policy != null) {
			countersOf(policy.name()).count(decision);
		}
		else if (decision.outcome() == CorsDecision.Outcome.REJECTED) {
			countersOf(NO_POLICY).count(decision);
		}
	}

	private PolicyCounters countersOf(String policy) {
		PolicyCounters registered = this.counters.get(policy);
		return (registered != null) ? registered
				: this.counters.computeIfAbsent(policy, (name) -> new PolicyCounters(name, this.registry));
	}

}
