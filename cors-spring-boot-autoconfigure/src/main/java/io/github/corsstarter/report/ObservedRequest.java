package io.github.corsstarter.report;

import io.github.corsstarter.policy.CorsRequest;

/**
 * A request that was answered.
 *
 * @param request what a decision depends on
 * @param credentials whether it came with credentials that a page can send
 */
public record ObservedRequest(CorsRequest request, boolean credentials) {

	/**
	 * Return what kind of CORS request it is.
	 * @return {@code preflight} or {@code actual}
	 */
	public String type() {
		return this.request.isPreflight() ? "preflight" : "actual";
	}

	String origin() {
		return String.valueOf(this.request.origin());
	}

	/**
	 * Return the method that is asked for, or used.
	 * @return the method, of a preflight that of the request that is to follow
	 */
	public String method() {
		return this.request.isPreflight() ? String.valueOf(this.request.requestMethod()) : this.request.method();
	}

}
