package io.github.corsstarter.report;

/**
 * Is told of each request that a policy has reported about, on the thread that served it.
 * It must be quick, safe for use by several threads, and must not throw.
 */
@FunctionalInterface
public interface ReportedChanges {

	/**
	 * Called once the request is answered.
	 * @param policy the name of the policy
	 * @param type {@code preflight} or {@code actual}
	 * @param change what the policy would change
	 */
	void onChange(String policy, String type, Change change);

}
