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

	private final List<String> headers;

	CorsPageAssert(AccessSubject subject, String origin) {
		this(subject, origin, false, List.of());
	}

	private CorsPageAssert(AccessSubject subject, String origin, boolean credentials, List<String> headers) {
		this.subject = subject;
		this.origin = origin;
		this.credentials = credentials;
		this.headers = headers;
	}

	/**
	 * Let the page send credentials: cookies, and whatever else browsers add to requests.
	 * @return assertions about a page that does
	 */
	public CorsPageAssert withCredentials() {
		return new CorsPageAssert(this.subject, this.origin, true, this.headers);
	}

	/**
	 * Let the page set headers, all of them at once. A {@code Content-Type} is taken to
	 * be that of JSON, which needs a preflight, and a {@code Range} to be one range from
	 * a byte on, which needs none.
	 * @param names the names of the headers, in any case
	 * @return assertions about a page that does
	 */
	public CorsPageAssert withHeaders(String... names) {
		return new CorsPageAssert(this.subject, this.origin, this.credentials, List.of(names));
	}

	/**
	 * Verify that the page may call a path.
	 * @param method the method
	 * @param path the path within the application, as it stands in a request
	 * @return further assertions about the call
	 * @throws IllegalArgumentException if no page makes such a call
	 */
	public CorsCallAssert mayCall(String method, String path) {
		Call call = call(method, path);
		call.answeredBy(this.subject).checkAllowed();
		return new CorsCallAssert(this.subject, call);
	}

	/**
	 * Verify that the page may not call a path, or may not read the response.
	 * @param method the method
	 * @param path the path within the application, as it stands in a request
	 * @return further assertions about the refusal
	 * @throws IllegalArgumentException if no page makes such a call
	 */
	public CorsRefusalAssert mayNotCall(String method, String path) {
		Answer answer = call(method, path).answeredBy(this.subject);
		answer.checkRefused();
		return new CorsRefusalAssert(answer);
	}

	private Call call(String method, String path) {
		return new Call(this.origin, this.credentials, method, path, this.headers);
	}

	@Override
	public String toString() {
		return "a page of " + ClientText.printable(this.origin);
	}

}
