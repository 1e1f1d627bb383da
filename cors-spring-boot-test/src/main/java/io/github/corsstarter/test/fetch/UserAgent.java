package io.github.corsstarter.test.fetch;

import java.net.URI;
import java.time.Duration;

/**
 * A browser with one page open: fetches for its scripts, and remembers preflights.
 */
public final class UserAgent {

	private final WebOrigin page;

	private final Transport transport;

	private final PreflightCache preflights;

	/**
	 * Create a browser that has asked no server yet.
	 * @param page the origin of the page
	 * @param transport the way to the server
	 * @param maxAgeLimit how long an answer to a preflight is remembered at most
	 */
	public UserAgent(WebOrigin page, Transport transport, Duration maxAgeLimit) {
		this.page = page;
		this.transport = transport;
		this.preflights = new PreflightCache(maxAgeLimit);
	}

	/**
	 * Return the address that a script means.
	 * @param pathOrUrl a path of the server, or an absolute address
	 * @return the absolute address
	 * @throws IllegalArgumentException if it is none
	 */
	public URI resolve(String pathOrUrl) {
		if (!pathOrUrl.startsWith("/") || pathOrUrl.startsWith("//")) {
			URI url = Urls.parse(pathOrUrl);
			if (!url.isAbsolute()) {
				throw new IllegalArgumentException(
						"'" + pathOrUrl + "' is neither a path nor an address. Write /" + pathOrUrl + ".");
			}
			return url;
		}
		return Urls.parse(this.transport.base().toString().replaceFirst("/$", "") + pathOrUrl);
	}

	/**
	 * Do what a browser does, up to the response that a script waits for.
	 * @param request what a script asks for
	 * @return how it ended
	 * @throws IllegalStateException if the server is of the page's own origin, or if a
	 * redirect leads where the transport cannot follow
	 */
	public FetchOutcome fetch(FetchRequest request) {
		if (this.page.isSameOrigin(WebOrigin.of(request.url()))) {
			throw new IllegalStateException("The page and the server are both at " + this.page
					+ ", where no browser checks CORS: the test would pass for the wrong reason. "
					+ "Let the page be of another origin, or give the server another base URL.");
		}
		return new Fetch(this.page, this.transport, this.preflights, request).run();
	}

	/**
	 * Let time pass for the remembered preflights.
	 * @param time how long
	 */
	public void advance(Duration time) {
		this.preflights.advance(time);
	}

}
