package io.github.corsstarter.test.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * A browser with one page open: fetches for its scripts, and remembers preflights.
 */
public final class UserAgent {

	private final WebOrigin page;

	private final UnaryOperator<String> siteHost;

	private final Transport transport;

	private final PreflightCache preflights;

	/**
	 * Create a browser that has asked no server yet.
	 * @param page the origin of the page
	 * @param siteHost gives the registrable domain of a host, or the host itself where it
	 * has none
	 * @param transport the way to the server
	 * @param maxAgeLimit how long an answer to a preflight is remembered at most
	 */
	public UserAgent(WebOrigin page, UnaryOperator<String> siteHost, Transport transport, Duration maxAgeLimit) {
		this.page = page;
		this.siteHost = siteHost;
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
		boolean path = pathOrUrl.startsWith("/") && !pathOrUrl.startsWith("//") && !pathOrUrl.startsWith("/\\");
		String url = path ? this.transport.base().toString().replaceFirst("/$", "") + pathOrUrl : pathOrUrl;
		if (!Urls.isUrl(url)) {
			throw new IllegalArgumentException("'" + pathOrUrl
					+ "' is neither a path nor an address. Write one such as /api/books or https://api.example.com/books.");
		}
		return Urls.parse(url);
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
		return new Fetch(this.page, this.siteHost, this.transport, this.preflights, request).run();
	}

	/**
	 * Let time pass for the remembered preflights.
	 * @param time how long
	 */
	public void advance(Duration time) {
		this.preflights.advance(time);
	}

}
