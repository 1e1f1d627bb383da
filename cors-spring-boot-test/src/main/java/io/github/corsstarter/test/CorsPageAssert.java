package io.github.corsstarter.test;

import java.util.List;

import io.github.corsstarter.policy.text.ClientText;

/**
 * Assertions about what a page may call. It may call what it may also read the response
 * of.
 */
public final class CorsPageAssert {

	private final AccessSubject subject;

	private final String origin;

	private final boolean credentials;

	CorsPageAssert(AccessSubject subject, String origin, boolean credentials) {
		this.subject = subject;
		this.origin = origin;
		this.credentials = credentials;
	}

	/**
	 * Let the page send credentials: cookies, and whatever else browsers add to requests.
	 * @return assertions about a page that does
	 */
	public CorsPageAssert withCredentials() {
		return new CorsPageAssert(this.subject, this.origin, true);
	}

	/**
	 * Verify that the page may call a path, without a header of its own so far.
	 * @param method the method
	 * @param path the path within the application, as it stands in a request
	 * @return further assertions about the call
	 */
	public CorsCallAssert mayCall(String method, String path) {
		Call call = new Call(this.origin, this.credentials, method, path, List.of());
		call.answeredBy(this.subject).checkAllowed();
		return new CorsCallAssert(this.subject, call);
	}

	/**
	 * Verify that the page may not call a path, or may not read the response.
	 * @param method the method
	 * @param path the path within the application, as it stands in a request
	 * @return further assertions about the refusal
	 */
	public CorsRefusalAssert mayNotCall(String method, String path) {
		Answer answer = new Call(this.origin, this.credentials, method, path, List.of()).answeredBy(this.subject);
		answer.checkRefused();
		return new CorsRefusalAssert(answer);
	}

	@Override
	public String toString() {
		return "a page of " + ClientText.printable(this.origin);
	}

}
