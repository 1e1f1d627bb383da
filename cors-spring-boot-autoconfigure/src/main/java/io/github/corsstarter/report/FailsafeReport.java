package io.github.corsstarter.report;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.github.corsstarter.policy.PolicyTable;
import io.github.corsstarter.validation.source.Answer;

/**
 * The report as filters use it: if it fails, the request goes on as if it had not. Safe
 * for use by several threads.
 */
public final class FailsafeReport {

	private final Supplier<CorsReport> report;

	private final Failsafe failsafe;

	/**
	 * Create what never throws.
	 * @param report the report, which may fail; not asked for before something is added
	 * @param failed whether the log has told of a failure
	 */
	public FailsafeReport(Supplier<CorsReport> report, AtomicBoolean failed) {
		this.report = report;
		this.failsafe = new Failsafe("report what policies would change", failed);
	}

	/**
	 * Compare what was answered with what a report-only policy would decide.
	 * @param reporting the policies that were report-only when the request came
	 * @param request the request
	 * @param today reads what was answered
	 * @see CorsReport#add(PolicyTable, ObservedRequest, Answer)
	 */
	public void add(PolicyTable reporting, ObservedRequest request, Supplier<Answer> today) {
		this.failsafe.run(() -> this.report.get().add(reporting, request, today.get()));
	}

}
