package io.github.corsstarter.metrics;

import io.github.corsstarter.report.ReportListener;
import io.github.corsstarter.report.ReportedChange;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts what report-only policies would change, by policy, type of request and change.
 * No value that a client chooses is in any tag. Safe for use by several threads.
 */
public final class CorsReportMetrics implements ReportListener {

	/**
	 * The name of the counter.
	 */
	public static final String REPORT = "cors.report";

	private final MeterRegistry registry;

	/**
	 * Create the counters, which are registered when a policy begins to report.
	 * @param registry where to register them
	 */
	public CorsReportMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	/**
	 * Registers all counters of the policy, so that rates start at zero.
	 */
	@Override
	public void onBegin(String policy) {
		for (ReportedChange change : ReportedChange.values()) {
			counter(policy, "preflight", change);
			counter(policy, "actual", change);
		}
	}

	@Override
	public void onChange(String policy, String type, ReportedChange change) {
		counter(policy, type, change).increment();
	}

	private Counter counter(String policy, String type, ReportedChange change) {
		return Counter.builder(REPORT)
			.description("CORS requests, by what report-only policies would change")
			.tag("policy", policy)
			.tag("type", type)
			.tag("change", change.toString())
			.register(this.registry);
	}

}
