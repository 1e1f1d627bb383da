package io.github.corsstarter.test;

import java.net.URI;
import java.time.Duration;

import io.github.corsstarter.origin.owner.Site;
import io.github.corsstarter.test.fetch.FetchRequest;
import io.github.corsstarter.test.fetch.UserAgent;
import io.github.corsstarter.test.fetch.WebOrigin;
import io.github.corsstarter.test.transport.Transports;

/**
 * A browser as far as CORS goes, with a page open that calls a server of another origin.
 * It sends what a browser would send, preflights included, and says what the page may
 * read: <pre class="code">
 * CorsBrowser browser = CorsBrowser.at("https://app.example.com").using(mockMvc);
 * CorsResult result = browser.fetch("PUT", "/api/books/1").body("{}", "application/json").execute();
 * assertThat(result).isReadable().hasStatus(204).wasPreflighted();
 * </pre>
 * <p>
 * It remembers preflights as browsers do, but for it time stands still: see
 * {@link #advance}. A new browser has asked no server yet.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch standard, CORS
 * protocol</a>
 */
public final class CorsBrowser {

	private final UserAgent userAgent;

	private CorsBrowser(UserAgent userAgent) {
		this.userAgent = userAgent;
	}

	/**
	 * Start with the origin of the page.
	 * @param origin the origin as browsers send it, such as
	 * {@code https://app.example.com}; {@code null} in letters is that of a sandboxed
	 * page
	 * @return what is left to be said
	 * @throws IllegalArgumentException if no browser sends such an origin
	 */
	public static Builder at(String origin) {
		return new Builder(WebOrigin.parse(origin), BrowserEngine.CHROMIUM);
	}

	/**
	 * Prepare a request of the page's script, like {@code fetch(url, {method})}.
	 * @param method the method, in upper case: browsers send {@code patch} as it is,
	 * which is not {@code PATCH}
	 * @param pathOrUri a path of the server, which is appended to its base URI, or an
	 * absolute address
	 * @return the request, to be completed and executed
	 * @throws IllegalArgumentException if a browser would refuse to make it
	 */
	public CorsFetch fetch(String method, String pathOrUri) {
		URI url = this.userAgent.resolve(pathOrUri);
		return new CorsFetch(this.userAgent, FetchRequest.of(method, url));
	}

	/**
	 * Let time pass, so that remembered preflights expire.
	 * @param time how long
	 * @return this browser
	 */
	public CorsBrowser advance(Duration time) {
		this.userAgent.advance(time);
		return this;
	}

	/**
	 * A browser whose page is known, but not its server.
	 */
	public static final class Builder {

		private final WebOrigin page;

		private final BrowserEngine engine;

		private Builder(WebOrigin page, BrowserEngine engine) {
			this.page = page;
			this.engine = engine;
		}

		/**
		 * Set the engine; without it, it is {@link BrowserEngine#CHROMIUM}.
		 * @param engine the engine
		 * @return a builder with that engine
		 */
		public Builder engine(BrowserEngine engine) {
			return new Builder(this.page, engine);
		}

		/**
		 * Set the way to the server: a {@code MockMvc}, {@code MockMvcTester},
		 * {@code WebTestClient} or {@code RestTestClient}, or the base URI of a running
		 * server as a {@code URI} or a {@code String}. A client without a base URL calls
		 * {@code http://localhost}. There is one method for all of them because a
		 * compiler that chooses between several needs the classes of them all.
		 * @param client the client or the base URI
		 * @return the browser
		 * @throws IllegalArgumentException if it is none of these
		 */
		public CorsBrowser using(Object client) {
			return new CorsBrowser(
					new UserAgent(this.page, Site::hostOf, Transports.of(client), this.engine.maxAgeLimit()));
		}

	}

}
