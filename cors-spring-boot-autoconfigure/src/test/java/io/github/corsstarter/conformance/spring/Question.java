package io.github.corsstarter.conformance.spring;

/**
 * A policy and a request.
 *
 * @param policy the policy
 * @param request the request
 */
record Question(Policy policy, Request request) {

	Question with(Policy policy) {
		return new Question(policy, this.request);
	}

	Question with(Request request) {
		return new Question(this.policy, request);
	}

}
