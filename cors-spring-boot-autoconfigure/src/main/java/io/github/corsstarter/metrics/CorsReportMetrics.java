package io.github.corsstarter.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts what policies that only report would change, by policy, type of request and
 * change. No value that a client chooses is in any tag. Safe for use by several threads.
 */
public final class CorsReportMetrics {

	/**
	 * The name of the counter.
	 */
	public static final String REPORT = "cors.report";

	private final MeterRegistry registry;

	/**
	 * Create the counters, each of which is registered when it is counted first.
	 * @param registry where to register them
	 */
	public CorsReportMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	/**
	 * Count a request.
	 * @param policy the name of the policy
	 * @param type {@code preflight} or {@code actual}
	 * @param change what the policy would change, such as {@code would-break}
	 */
	public void count(String policy, String type, String change) {
		counter(policy, type, change).increment();
	}

	/**
	 * Register a counter, so that rates start at zero.
	 * @param policy the name of the policy
	 * @param type {@code preflight} or {@code actual}
	 * @param change what the policy would change
	 */
	public void register(String policy, String type, String change) {
		counter(policy, type, change);
	}

	private Counter counter(String policy, String type, String change) {
		return Counter.builder(REPORT)
			.description("CORS requests, by what policies that only report would change")
			.tag("policy", policy)
			.tag("type", type)
			.tag("change", change)
			.register(this.registry);
	}

}
