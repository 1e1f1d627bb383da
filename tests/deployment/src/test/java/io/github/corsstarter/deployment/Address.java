package io.github.corsstarter.deployment;

import io.github.corsstarter.wire.RawReply;

/**
 * Where an application is.
 *
 * @param port the port on the loopback interface
 * @param contextPath the context path, empty or beginning with a slash
 */
record Address(int port, String contextPath) {

	/**
	 * Sends one request.
	 * @param request the method and the path within the application
	 * @param headers more header lines
	 * @return the answer
	 */
	RawReply send(String request, String... headers) {
		return RawReply.to(this.port, located(request), headers);
	}

	RawReply sendWithBody(String body, String request, String... headers) {
		return RawReply.withBody(this.port, body, located(request), headers);
	}

	private String located(String request) {
		return request.replaceFirst(" ", " " + this.contextPath);
	}

}
