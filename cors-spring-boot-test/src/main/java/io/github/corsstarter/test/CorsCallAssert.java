package io.github.corsstarter.test;

import java.util.List;

/**
 * Assertions about a call that a page may make.
 */
public final class CorsCallAssert {

	private final AccessSubject subject;

	private final Call call;

	CorsCallAssert(AccessSubject subject, Call call) {
		this.subject = subject;
		this.call = call;
	}

	/**
	 * Verify that the page may set headers in that call too, all of them at once. A
	 * {@code Content-Type} is taken to be that of JSON, which needs a preflight, and a
	 * {@code Range} to be one range from a byte on, which needs none.
	 * @param names the names of the headers, in any case
	 * @return this assertion
	 * @throws IllegalArgumentException if one is no header
	 */
	public CorsCallAssert withHeaders(String... names) {
		this.call.withHeaders(List.of(names)).answeredBy(this.subject).checkAllowed();
		return this;
	}

}
