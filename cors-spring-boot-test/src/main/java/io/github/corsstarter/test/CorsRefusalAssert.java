package io.github.corsstarter.test;

import io.github.corsstarter.policy.RejectionReason;

/**
 * Assertions about a call that a page may not make.
 */
public final class CorsRefusalAssert {

	private final Answer answer;

	CorsRefusalAssert(Answer answer) {
		this.answer = answer;
	}

	/**
	 * Verify why the call is rejected. A call that is allowed, but for its credentials,
	 * is rejected for no reason.
	 * @param reason the reason
	 * @return this assertion
	 */
	public CorsRefusalAssert because(RejectionReason reason) {
		this.answer.checkReason(reason);
		return this;
	}

}
