package io.github.corsstarter.test.fetch;

import java.net.URI;

/**
 * The way to a server: sends a request with exactly the headers given, follows no
 * redirect, and returns every answer, errors included.
 */
public interface Transport {

	/**
	 * Return the address that paths are appended to.
	 * @return an absolute {@code http} or {@code https} address
	 */
	URI base();

	/**
	 * Return whether a redirect may lead to another server than the one that was asked
	 * first.
	 * @return whether it is a real client, not one of a single server
	 */
	boolean reachesOtherServers();

	/**
	 * Send a request.
	 * @param request what to send
	 * @return what the server answers
	 */
	ReceivedResponse send(SentRequest request);

}
