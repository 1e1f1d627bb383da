package io.github.corsstarter.web;

import java.util.function.BiConsumer;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsDecisionListener;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsRequest;

/**
 * The decisions that a filter takes: of each about a CORS request on a governed path, or
 * about a form that was held to the origins of a policy, the log, a listener and the
 * observation of the request are told. If one of them fails, the request goes on.
 *
 * @param <T> what a request is on the stack of the filter
 */
public final class ReportedDecisions<T> {

	private final CorsPolicies policies;

	private final FailsafeListener<CorsRequest> listener;

	private final FailsafeListener<T> observation;

	/**
	 * Create decisions.
	 * @param policies what decides
	 * @param listener is told once of each CORS request on a governed path
	 * @param observation is told of the same, with the request as the stack has it
	 */
	public ReportedDecisions(CorsPolicies policies, CorsDecisionListener listener,
			BiConsumer<? super T, CorsDecision> observation) {
		this.policies = policies;
		this.listener = new FailsafeListener<>(listener::onDecision);
		this.observation = new FailsafeListener<>(observation);
	}

	/**
	 * Decide a request, once for each.
	 * @param observed the request as the stack has it
	 * @param request the request
	 * @return the decision
	 */
	public CorsDecision decide(T observed, CorsRequest request) {
		CorsDecision decision = this.policies.decide(request);
		switch (decision.outcome()) {
			case NOT_GOVERNED, NO_ORIGIN, SAME_ORIGIN, NAVIGATION -> {
			}
			case LISTED_FORM, ALLOWED, REJECTED -> {
				CorsRejectionLog.log(request, decision);
				this.listener.accept(request, decision);
				this.observation.accept(observed, decision);
			}
		}
		return decision;
	}

}
