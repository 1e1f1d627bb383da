package io.github.corsstarter.test;

import java.nio.charset.StandardCharsets;

import io.github.corsstarter.test.fetch.FetchRequest;
import io.github.corsstarter.test.fetch.UserAgent;
import org.jspecify.annotations.Nullable;

/**
 * A request that a page's script makes. Its credentials mode is {@code same-origin}, as
 * that of any {@code fetch}, and so without credentials, unless {@link #credentials()} is
 * called. There are no cookies: a session is told by the headers that the test sets.
 */
public final class CorsFetch {

	private final UserAgent userAgent;

	private FetchRequest request;

	private @Nullable String contentType;

	CorsFetch(UserAgent userAgent, FetchRequest request) {
		this.userAgent = userAgent;
		this.request = request;
	}

	/**
	 * Add a header. One that scripts may not set, such as {@code Cookie} or
	 * {@code Origin}, is ignored, as in a browser.
	 * @param name the header's name
	 * @param value its value
	 * @return this request
	 * @throws IllegalArgumentException if it is no header
	 */
	public CorsFetch header(String name, String value) {
		this.request = this.request.header(name, value);
		return this;
	}

	/**
	 * Set the credentials mode to {@code include}.
	 * @return this request
	 */
	public CorsFetch credentials() {
		this.request = this.request.includeCredentials();
		return this;
	}

	/**
	 * Set the body.
	 * @param text the body, sent in UTF-8
	 * @param contentType its {@code Content-Type}, if no such header is set
	 * @return this request
	 * @throws IllegalArgumentException if the method has no body
	 */
	public CorsFetch body(String text, String contentType) {
		this.request = this.request.body(text.getBytes(StandardCharsets.UTF_8));
		this.contentType = contentType;
		return this;
	}

	/**
	 * Send what a browser would send.
	 * @return what the page learns, and what was sent and answered
	 * @throws IllegalStateException if page and server are of one origin, if a mock
	 * server redirects to another server, or if the application fails where a server
	 * would answer 500
	 * @throws java.io.UncheckedIOException if a server does not answer
	 */
	public CorsResult execute() {
		FetchRequest complete = (this.contentType != null && !this.request.headers().contains("Content-Type"))
				? this.request.header("Content-Type", this.contentType) : this.request;
		return new CorsResult(this.userAgent.fetch(complete));
	}

}
