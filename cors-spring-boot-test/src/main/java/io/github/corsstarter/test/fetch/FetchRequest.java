package io.github.corsstarter.test.fetch;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * What a script asks its browser for: {@code fetch(url, {method, headers, credentials,
 * body})}.
 *
 * @param method the method, normalized
 * @param url the absolute address
 * @param headers the headers that a script may set
 * @param credentials whether the credentials mode is {@code include}, else
 * {@code same-origin}
 * @param body the body, or {@code null} without one
 */
public record FetchRequest(String method, URI url, HeaderList headers, boolean credentials, byte @Nullable [] body) {

	/**
	 * Create a request without headers and body.
	 * @param method the method as a script names it
	 * @param url the absolute address
	 * @return the request
	 * @throws IllegalArgumentException if a browser would refuse to make it
	 */
	public static FetchRequest of(String method, URI url) {
		if (!HttpSyntax.isToken(method)) {
			throw new IllegalArgumentException("'" + method + "' is not a method. Write one such as GET.");
		}
		if (Methods.isForbidden(method)) {
			throw new IllegalArgumentException("No browser lets a page send " + method + ". Write another method.");
		}
		if (!Urls.isHttp(url) || WebOrigin.of(url).isOpaque()) {
			throw new IllegalArgumentException(
					"'" + url + "' is not an address of a web server. Write a path or http(s)://host/path.");
		}
		if (Urls.hasCredentials(url)) {
			throw new IllegalArgumentException("'" + url + "' contains a user name, which no page may fetch. "
					+ "Send an Authorization header instead.");
		}
		return new FetchRequest(Methods.normalize(method), Urls.requested(url), HeaderList.EMPTY, false, null);
	}

	/**
	 * Add a header, as {@code Headers.append} does: one that only the browser may set is
	 * ignored.
	 * @param name the header's name
	 * @param value its value
	 * @return the request with the header
	 * @throws IllegalArgumentException if it is no header
	 */
	public FetchRequest header(String name, String value) {
		HeaderList.Header header = new HeaderList.Header(name, HttpSyntax.normalize(value));
		if (!HttpSyntax.isToken(name) || !HttpSyntax.isHeaderValue(header.value())) {
			throw new IllegalArgumentException("'" + name + ": " + value + "' is not a header. "
					+ "Write a name without spaces, and a value of one line.");
		}
		return ForbiddenRequestHeaders.contain(header) ? this : headers(this.headers.with(name, value));
	}

	/**
	 * Set the credentials mode to {@code include}.
	 * @return the request with credentials
	 */
	public FetchRequest includeCredentials() {
		return new FetchRequest(this.method, this.url, this.headers, true, this.body);
	}

	/**
	 * Set the body.
	 * @param body the body
	 * @return the request with the body
	 * @throws IllegalArgumentException if the method has none
	 */
	public FetchRequest body(byte[] body) {
		if (!Methods.hasBody(this.method)) {
			throw new IllegalArgumentException("No page can send " + this.method + " with a body. Write POST or PUT.");
		}
		return new FetchRequest(this.method, this.url, this.headers, this.credentials, body);
	}

	FetchRequest headers(HeaderList headers) {
		return new FetchRequest(this.method, this.url, headers, this.credentials, this.body);
	}

	@Override
	public String toString() {
		return this.method + " " + this.url + (this.credentials ? " with credentials" : "");
	}

}
