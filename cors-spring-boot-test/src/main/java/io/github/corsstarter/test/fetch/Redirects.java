package io.github.corsstarter.test.fetch;

import java.net.URI;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Where a response sends a browser, and what it asks for there.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-redirect-fetch">Fetch standard,
 * HTTP-redirect fetch</a>
 */
final class Redirects {

	private static final int LIMIT = 20;

	private static final Set<String> BODY_HEADERS = Set.of("content-encoding", "content-language", "content-location",
			"content-type");

	/** Schemes that Chromium refuses before it checks CORS. */
	private static final Set<String> UNSAFE_SCHEMES = Set.of("about", "blob", "chrome", "data", "file");

	private Redirects() {
	}

	/**
	 * Return the address that a redirect leads to.
	 * @param from the address that was answered with it
	 * @param response the redirect
	 * @return the absolute address, or {@code null} if it is none
	 */
	static @Nullable URI location(URI from, ReceivedResponse response) {
		try {
			return Urls.resolve(from, String.join(", ", response.headers().values("Location")));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Return why a redirect is not followed, if so.
	 * @param location the address it leads to
	 * @param followed how many were followed before
	 * @return the error, or {@code null} if it is followed
	 */
	static @Nullable NetworkError check(@Nullable URI location, int followed) {
		if (location == null || (Urls.isHttp(location) && WebOrigin.of(location).isOpaque())) {
			return new NetworkError("net::ERR_INVALID_REDIRECT", "redirect to an address");
		}
		if (!Urls.isHttp(location)) {
			return new NetworkError(UNSAFE_SCHEMES.contains(HttpSyntax.lowerCase(location.getScheme()))
					? "net::ERR_UNSAFE_REDIRECT"
					: "Cross origin requests are only supported for protocol schemes: chrome, "
							+ "chrome-experimental-site-token-provider, chrome-extension, chrome-untrusted, data, "
							+ "http, https, isolated-app.",
					"redirect to an address of a web server in place of " + location);
		}
		if (followed >= LIMIT) {
			return new NetworkError("net::ERR_TOO_MANY_REDIRECTS",
					"answer with " + LIMIT + " redirects in a row at most");
		}
		if (Urls.hasCredentials(location)) {
			// Chromium leaves the location out
			return new NetworkError(
					"Redirect location '' contains a username and password, "
							+ "which is disallowed for cross-origin requests.",
					"redirect to an address without them in place of " + location);
		}
		return null;
	}

	static boolean isElsewhere(URI from, URI location) {
		return !WebOrigin.of(from).equals(WebOrigin.of(location));
	}

	/**
	 * Return the request that follows.
	 * @param request the request that was redirected
	 * @param status the status of the redirect
	 * @param location where it leads to
	 * @return the request there: some become a {@code GET} without a body, and
	 * {@code Authorization} is for the first server only
	 */
	static FetchRequest follow(FetchRequest request, int status, URI location) {
		boolean becomesGet = switch (status) {
			case 301, 302 -> request.method().equals("POST");
			case 303 -> Methods.hasBody(request.method());
			default -> false;
		};
		boolean elsewhere = isElsewhere(request.url(), location);
		HeaderList headers = request.headers()
			.filter((header) -> !(becomesGet && BODY_HEADERS.contains(HttpSyntax.lowerCase(header.name())))
					&& !(elsewhere && header.hasName("Authorization")));
		return new FetchRequest(becomesGet ? "GET" : request.method(), location, headers, request.credentials(),
				becomesGet ? null : request.body());
	}

}
