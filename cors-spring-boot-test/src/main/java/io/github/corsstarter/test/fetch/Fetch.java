package io.github.corsstarter.test.fetch;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * One fetch in progress.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-fetch">Fetch standard, HTTP fetch</a>
 */
final class Fetch {

	private final WebOrigin page;

	private final UnaryOperator<String> siteHost;

	private final Transport transport;

	private final PreflightCache preflights;

	private final FetchRequest original;

	private final List<URI> urls = new ArrayList<>();

	private final List<Exchange> exchanges = new ArrayList<>();

	private FetchRequest request;

	private boolean neededPreflight;

	Fetch(WebOrigin page, UnaryOperator<String> siteHost, Transport transport, PreflightCache preflights,
			FetchRequest request) {
		this.page = page;
		this.siteHost = siteHost;
		this.transport = transport;
		this.preflights = preflights;
		this.original = request;
		HeaderList headers = request.headers().combined();
		this.request = request.headers(headers.contains("Accept") ? headers : headers.with("Accept", "*/*"));
		this.urls.add(request.url());
	}

	FetchOutcome run() {
		NetworkError error = fetchOne();
		while (error == null && last().isRedirect()) {
			error = redirect();
			if (error == null) {
				error = fetchOne();
			}
		}
		if (error != null && this.neededPreflight) {
			this.preflights.clear(key());
		}
		return new FetchOutcome(this.page, this.original, List.copyOf(this.exchanges), error,
				(error != null) ? HeaderList.EMPTY : ExposedHeaders.of(last().headers(), this.request.credentials()));
	}

	private @Nullable NetworkError fetchOne() {
		NetworkError error = preflightIfNeeded();
		if (error != null) {
			return error;
		}
		send(new SentRequest(this.request.method(), this.request.url(), this.request.headers().with(ownHeaders()),
				this.request.body()), false);
		return corsCheck();
	}

	private @Nullable NetworkError preflightIfNeeded() {
		if (Methods.isSafelisted(this.request.method())
				&& SafelistedRequestHeaders.unsafeNames(this.request.headers()).isEmpty()) {
			return null;
		}
		this.neededPreflight = true;
		return this.preflights.allows(key(), this.request) ? null : preflight();
	}

	private @Nullable NetworkError preflight() {
		HeaderList headers = HeaderList.EMPTY.with("Accept", "*/*")
			.with("Access-Control-Request-Method", this.request.method());
		Set<String> unsafeNames = SafelistedRequestHeaders.unsafeNames(this.request.headers());
		if (!unsafeNames.isEmpty()) {
			headers = headers.with("Access-Control-Request-Headers", String.join(",", unsafeNames));
		}
		send(new SentRequest("OPTIONS", this.request.url(), headers.with(ownHeaders()), null), true);
		NetworkError error = checkAccess();
		if (error != null) {
			return new NetworkError(
					"Response to preflight request doesn't pass access control check: " + error.sentence(),
					error.remedy());
		}
		PreflightAnswer answer = PreflightAnswer.of(last().headers());
		error = answer.check(this.request);
		if (answer.methods() != null && answer.headers() != null && error == null) {
			this.preflights.store(key(), answer.methods(), answer.headers(), answer.maxAge());
		}
		return error;
	}

	private @Nullable NetworkError checkAccess() {
		if (last().isRedirect()) {
			return new NetworkError("Redirect is not allowed for a preflight request.",
					"answer the preflight itself, or let the page fetch " + last().headers().get("Location"));
		}
		NetworkError error = corsCheck();
		if (error == null && !last().hasOkStatus()) {
			return new NetworkError("It does not have HTTP ok status.",
					"answer the preflight with 200 or 204 in place of " + last().status());
		}
		return error;
	}

	private @Nullable NetworkError corsCheck() {
		return new CorsCheck(origin(), this.request.credentials()).check(last().headers());
	}

	private @Nullable NetworkError redirect() {
		URI location = Redirects.location(this.request.url(), last());
		NetworkError error = Redirects.check(location, this.urls.size() - 1);
		if (location == null || error != null) {
			return error;
		}
		if (Redirects.isElsewhere(this.request.url(), location) && !this.transport.reachesOtherServers()) {
			throw new IllegalStateException(this.request.url() + " redirects to " + location
					+ ", which is not the server that this client calls: nothing would answer there. "
					+ "Use a base URI, with both servers running, or test the redirect alone.");
		}
		this.request = Redirects.follow(this.request, last().status(), location);
		this.urls.add(location);
		return null;
	}

	/**
	 * Return the headers that only the browser may set.
	 * @return the headers of the current hop
	 */
	private HeaderList ownHeaders() {
		HeaderList headers = HeaderList.EMPTY.with("Origin", origin());
		if (!WebOrigin.of(this.request.url()).isTrustworthy()) {
			return headers;
		}
		boolean sameSite = this.urls.stream()
			.map(WebOrigin::of)
			.allMatch((origin) -> this.page.isSameSite(origin, this.siteHost));
		return headers.with("Sec-Fetch-Site", sameSite ? "same-site" : "cross-site")
			.with("Sec-Fetch-Mode", "cors")
			.with("Sec-Fetch-Dest", "empty");
	}

	/**
	 * Return the origin as it is sent: a server that passes the page on to another one
	 * does not speak for the page any longer.
	 * @return the serialized origin
	 * @see <a href="https://fetch.spec.whatwg.org/#concept-request-tainted-origin">Fetch
	 * standard, redirect-taint</a>
	 */
	private String origin() {
		for (int i = 1; i < this.urls.size(); i++) {
			WebOrigin last = WebOrigin.of(this.urls.get(i - 1));
			if (!WebOrigin.of(this.urls.get(i)).equals(last) && !this.page.isSameOrigin(last)) {
				return WebOrigin.OPAQUE.text();
			}
		}
		return this.page.text();
	}

	private PreflightCache.Key key() {
		return new PreflightCache.Key(origin(), this.request.url(), this.request.credentials());
	}

	private void send(SentRequest sent, boolean preflight) {
		this.exchanges.add(new Exchange(sent, this.transport.send(sent), preflight));
	}

	private ReceivedResponse last() {
		return this.exchanges.get(this.exchanges.size() - 1).response();
	}

}
