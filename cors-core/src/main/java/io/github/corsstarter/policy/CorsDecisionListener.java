package io.github.corsstarter.policy;

/**
 * Called for each decision about a CORS request on a governed path, preflight or actual,
 * allowed or rejected, and of a form that was held to the origins of the policy, on the
 * thread that serves the request and before the response is written. It must be quick,
 * and safe for use by several threads. If it throws, the request goes on.
 */
@FunctionalInterface
public interface CorsDecisionListener {

	/**
	 * Called once a decision is taken.
	 * @param request the request, whose every value was chosen by the client
	 * @param decision the decision
	 */
	void onDecision(CorsRequest request, CorsDecision decision);

}
