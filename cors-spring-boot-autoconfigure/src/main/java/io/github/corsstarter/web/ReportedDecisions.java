package io.github.corsstarter.web;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsDecisionListener;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsRequest;

/**
 * The decisions that a filter takes: of each about a CORS request on a governed path, or
 * about a form that was held to the origins of a policy, the log and a listener are told.
 */
public final class ReportedDecisions {

	private final CorsPolicies policies;

	private final CorsDecisionListener listener;

	/**
	 * Create decisions.
	 * @param policies what decides
	 * @param listener is told once of each CORS request on a governed path
	 */
	public ReportedDecisions(CorsPolicies policies, CorsDecisionListener listener) {
		this.policies = policies;
		this.listener = listener;
	}

	/**
	 * Decide a request, once for each.
	 * @param request the request
	 * @return the decision
	 */
	public CorsDecision decide(CorsRequest request) {
		CorsDecision decision = this.policies.decide(request);
		switch (decision.outcome()) {
			case NOT_GOVERNED, NO_ORIGIN, SAME_ORIGIN, NAVIGATION -> {
			}
			case LISTED_FORM, ALLOWED, REJECTED -> {
				CorsRejectionLog.log(request, decision);
				this.listener.onDecision(request, decision);
			}
		}
		return decision;
	}

}
