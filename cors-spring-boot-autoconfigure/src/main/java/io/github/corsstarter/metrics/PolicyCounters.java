package io.github.corsstarter.metrics;

import java.util.EnumMap;
import java.util.Map;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.RejectionReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * The counters of the policies of one name.
 */
final class PolicyCounters {

	private final TypeCounters preflight;

	private final TypeCounters actual;

	PolicyCounters(String policy, MeterRegistry registry) {
		this.preflight = new TypeCounters(policy, "preflight", registry);
		this.actual = new TypeCounters(policy, "actual", registry);
	}

	void count(CorsDecision decision) {
		(decision.preflight() ? this.preflight : this.actual).count(decision);
	}

	/**
	 * The counters of one type of request.
	 */
	private static final class TypeCounters {

		private final Counter allowed;

		private final Map<RejectionReason, Counter> rejected = new EnumMap<>(RejectionReason.class);

		TypeCounters(String policy, String type, MeterRegistry registry) {
			this.allowed = counter(policy, type, "allowed", "none", registry);
			for (RejectionReason reason : RejectionReason.values()) {
				this.rejected.put(reason, counter(policy, type, "rejected", reason.toString(), registry));
			}
		}

		private static Counter counter(String policy, String type, String outcome, String reason,
				MeterRegistry registry) {
			return Counter.builder(CorsMetrics.REQUESTS)
				.description("CORS requests to governed paths")
				.tag("policy", policy)
				.tag("type", type)
				.tag("outcome", outcome)
				.tag("reason", reason)
				.register(registry);
		}

		void count(CorsDecision decision) {
			Counter counter = (decision.reason() != null) ? this.rejected.get(decision.reason()) : this.allowed;
			if (counter != null) {
				counter.increment();
			}
		}

	}

}
