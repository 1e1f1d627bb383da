package io.github.corsstarter.policy;

import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.OriginGrammar;

/**
 * What a request on a governed path is. The constants stand in the order in which they
 * are tried.
 */
enum RequestKind {

	NO_ORIGIN, SAME_ORIGIN, PREFLIGHT, NAVIGATION, ACTUAL;

	static RequestKind of(CorsRequest request) {
		String origin = request.origin();
		if (origin == null) {
			return NO_ORIGIN;
		}
		if (isSameOrigin(request, origin)) {
			return SAME_ORIGIN;
		}
		if (request.isPreflight()) {
			return PREFLIGHT;
		}
		return "navigate".equals(request.fetchMode()) ? NAVIGATION : ACTUAL;
	}

	private static boolean isSameOrigin(CorsRequest request, String origin) {
		if (request.fetchSite().size() == 1 && "same-origin".equals(request.fetchSite().get(0))) {
			return true;
		}
		if (request.fetchSite().contains("same-site") || request.fetchSite().contains("cross-site")) {
			return false;
		}
		return isOwnOrigin(request, origin) && (Origin.isWellFormed(origin) || isWellFormedWithoutRoot(origin));
	}

	/**
	 * A page of {@code http://shop.example.} calls its own host by the same name, with
	 * the dot of the DNS root.
	 */
	private static boolean isWellFormedWithoutRoot(String origin) {
		return Origin.isWellFormed(origin.replaceFirst("\\.(?=:\\d+$|$)", ""));
	}

	/**
	 * Compares the origin with the request's own. A proxy that terminates TLS and tells
	 * nobody makes a page's own requests look like {@code http}: the {@code https} origin
	 * of the same host and port is the request's own as well.
	 */
	private static boolean isOwnOrigin(CorsRequest request, String origin) {
		int authority = origin.indexOf("://") + 3;
		String host = request.host();
		if (authority < 3 || host == null || !origin.regionMatches(true, authority, host, 0, host.length())) {
			return false;
		}
		String port = origin.substring(authority + host.length());
		if (origin.startsWith(request.scheme()) && authority == request.scheme().length() + 3) {
			return isPort(port, request.port(), OriginGrammar.defaultPort(request.scheme()));
		}
		return "http".equals(request.scheme()) && origin.startsWith("https://")
				&& isPort(port, (request.port() != 80) ? request.port() : 443, 443);
	}

	private static boolean isPort(String suffix, int port, int defaultPort) {
		return (port <= 0 || port == defaultPort) ? suffix.isEmpty() : suffix.equals(":" + port);
	}

}
