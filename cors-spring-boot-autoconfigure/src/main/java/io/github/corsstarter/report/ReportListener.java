package io.github.corsstarter.report;

/**
 * Called for what report-only policies report, on the thread that served the request. It
 * must be quick, and safe for use by several threads. If it throws, no request notices.
 */
public interface ReportListener {

	/**
	 * Called when a policy begins to report.
	 * @param policy the name of the policy
	 */
	default void onBegin(String policy) {
	}

	/**
	 * Called once a request is answered.
	 * @param policy the name of the policy
	 * @param type {@code preflight} or {@code actual}
	 * @param change what the policy would change
	 */
	void onChange(String policy, String type, ReportedChange change);

}
