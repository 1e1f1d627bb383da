package io.github.corsstarter.deployment;

import java.io.EOFException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

import io.github.corsstarter.wire.RawReply;

/**
 * Where an application is.
 *
 * @param server the server that answers
 * @param port the port on the loopback interface
 * @param contextPath the context path, empty or beginning with a slash
 */
record Address(Server server, int port, String contextPath) {

	/**
	 * Return another address of the same server.
	 * @param port the port on the loopback interface
	 * @param contextPath the context path, empty or beginning with a slash
	 * @return the address
	 */
	Address at(int port, String contextPath) {
		return new Address(this.server, port, contextPath);
	}

	/**
	 * Sends one request.
	 * @param request the method and the path within the application
	 * @param headers more header lines
	 * @return the answer
	 */
	RawReply send(String request, String... headers) {
		return answer(() -> RawReply.to(this.port, located(request), headers));
	}

	RawReply sendWithBody(String body, String request, String... headers) {
		return answer(() -> RawReply.withBody(this.port, body, located(request), headers));
	}

	private String located(String request) {
		return request.replaceFirst(" ", " " + this.contextPath);
	}

	/**
	 * Asks once more where Tomcat closed the connection without an answer. It does so
	 * without the starter too, about once in 10,000 requests: when WebFlux completes on
	 * another thread just after Tomcat saw that there is a write listener, its
	 * {@code asyncOperation()} is not valid any more.
	 */
	private RawReply answer(Supplier<RawReply> exchange) {
		try {
			return exchange.get();
		}
		catch (UncheckedIOException ex) {
			if (this.server == Server.WEBFLUX_TOMCAT && ex.getCause() instanceof EOFException) {
				return exchange.get();
			}
			throw ex;
		}
	}

}
