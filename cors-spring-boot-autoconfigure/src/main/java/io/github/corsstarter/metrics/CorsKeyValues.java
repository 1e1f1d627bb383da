package io.github.corsstarter.metrics;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.RejectionReason;
import io.micrometer.common.KeyValues;

/**
 * What the observation of a request is told of a decision. The keys are for traces and no
 * tags of a meter: they are on CORS requests alone.
 */
final class CorsKeyValues {

	private CorsKeyValues() {
	}

	/**
	 * Return the keys of a decision.
	 * @param decision the decision about a CORS request
	 * @return policy, outcome, reason and type, in the words of the counter
	 */
	static KeyValues of(CorsDecision decision) {
		CorsPolicy policy = decision.policy();
		RejectionReason reason = decision.reason();
		return KeyValues.of("cors.policy", (policy != null) ? policy.name() : "none", "cors.outcome",
				(reason != null) ? "rejected" : "allowed", "cors.reason", (reason != null) ? reason.toString() : "none",
				"cors.type", decision.preflight() ? "preflight" : "actual");
	}

}
