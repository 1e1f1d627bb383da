package io.github.corsstarter.web;

import java.util.List;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.wire.RawReply;

/**
 * A real server with the filter under test.
 */
public interface FilteredServer extends AutoCloseable {

	/**
	 * Sends one request.
	 * @param request the request line, without the version
	 * @param headers more header lines than {@code Host}
	 * @return the answer
	 */
	RawReply send(String request, String... headers);

	/**
	 * Return what the listener was told of the last request.
	 * @return the decisions
	 */
	List<CorsDecision> decisions();

	@Override
	void close();

}
