package io.github.corsstarter.web.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A request whose asynchronous processing answers with the response that obeys the
 * decision. Asked without arguments, the container would go on with its own response.
 */
final class PolicyRequest extends HttpServletRequestWrapper {

	private final HttpServletResponse response;

	PolicyRequest(HttpServletRequest request, HttpServletResponse response) {
		super(request);
		this.response = response;
	}

	@Override
	public AsyncContext startAsync() {
		return startAsync(this, this.response);
	}

}
