package io.github.corsstarter.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.policy.text.EditDistance;
import org.jspecify.annotations.Nullable;

/**
 * What people mostly overlook when a well-formed origin is not allowed: a proxy that
 * nobody told the application about, or an allowed origin that is almost the same.
 *
 * @param cause a sentence to add to the explanation, with a blank ahead of it; empty if
 * nothing is known
 * @param remedy what to change, or {@code null} if the origin is to be added
 */
record OriginHint(String cause, @Nullable String remedy) {

	private static final OriginHint NONE = new OriginHint("", null);

	private static final int MAX_DISTANCE = 2;

	static OriginHint of(CorsRequest request, CorsPolicy policy) {
		Origin origin = (request.origin() != null) ? Origin.parse(request.origin()) : null;
		if (origin == null || origin.isNull()) {
			return NONE;
		}
		String origins = policy.definition().allowedOrigins().key();
		if (isBehindProxy(origin, request)) {
			return ofProxy(origin, request, origins);
		}
		String twin = otherScheme(origin);
		if (twin != null && policy.checkOrigin(twin) == null) {
			return ofScheme(origin, twin, origins);
		}
		String www = otherHost(origin);
		if (policy.checkOrigin(www) == null) {
			return new OriginHint(" It allows " + www + ": the host differs by www.", null);
		}
		String loopback = otherLoopback(origin);
		if (loopback != null && policy.checkOrigin(loopback) == null) {
			return new OriginHint(" It allows " + loopback + ": localhost and 127.0.0.1 are two hosts.", null);
		}
		return ofNearest(origin, policy);
	}

	private static boolean isBehindProxy(Origin origin, CorsRequest request) {
		return "https".equals(origin.scheme()) && origin.port() == 443 && "http".equals(request.scheme())
				&& origin.host().equalsIgnoreCase(request.host());
	}

	private static OriginHint ofProxy(Origin origin, CorsRequest request, String origins) {
		String address = request.scheme() + "://" + request.host() + ":" + request.port();
		return new OriginHint(" Its host is the application's own, which was reached as " + address + ".",
				"If a proxy serves the application as " + origin + ", set server.forward-headers-strategy=framework "
						+ "and let the proxy send X-Forwarded-Proto, X-Forwarded-Host and X-Forwarded-Port; else add "
						+ origin + " to " + origins + ".");
	}

	private static OriginHint ofScheme(Origin origin, String twin, String origins) {
		String cause = " It allows " + twin + ": the scheme differs.";
		return "http".equals(origin.scheme())
				? new OriginHint(cause, "Load the page over https, or add " + origin + " to " + origins + ".")
				: new OriginHint(cause, null);
	}

	private static @Nullable String otherScheme(Origin origin) {
		String text = origin.toString();
		return switch (origin.scheme()) {
			case "http" -> "https" + text.substring("http".length());
			case "https" -> "http" + text.substring("https".length());
			default -> null;
		};
	}

	private static String otherHost(Origin origin) {
		int host = origin.scheme().length() + 3;
		String text = origin.toString();
		return text.startsWith("www.", host) ? text.substring(0, host) + text.substring(host + 4)
				: text.substring(0, host) + "www." + text.substring(host);
	}

	private static @Nullable String otherLoopback(Origin origin) {
		String other = switch (origin.host()) {
			case "localhost" -> "127.0.0.1";
			case "127.0.0.1" -> "localhost";
			default -> null;
		};
		int host = origin.scheme().length() + 3;
		return (other != null) ? origin.toString().substring(0, host) + other
				+ origin.toString().substring(host + origin.host().length()) : null;
	}

	private static OriginHint ofNearest(Origin origin, CorsPolicy policy) {
		List<Origin> allowed = policy.definition()
			.origins()
			.entries()
			.stream()
			.map(PolicyEntry::entry)
			.filter(ExactOrigin.class::isInstance)
			.map((entry) -> ((ExactOrigin) entry).origin())
			.filter((candidate) -> !candidate.isNull())
			.toList();
		for (Origin candidate : allowed) {
			if (candidate.host().equals(origin.host())) {
				String difference = candidate.scheme().equals(origin.scheme()) ? "the port differs."
						: "scheme and port differ.";
				return new OriginHint(" It allows " + candidate + ": " + difference, null);
			}
		}
		return allowed.stream()
			.filter((candidate) -> distance(candidate, origin) <= MAX_DISTANCE)
			.min(Comparator.comparingInt((candidate) -> distance(candidate, origin)))
			.map((nearest) -> new OriginHint(" The nearest that it allows is " + nearest + ".", null))
			.orElse(NONE);
	}

	/**
	 * Return how far two origins are apart; a large number if they are far.
	 */
	private static int distance(Origin first, Origin second) {
		String left = first.toString().toLowerCase(Locale.ROOT);
		String right = second.toString().toLowerCase(Locale.ROOT);
		return (Math.abs(left.length() - right.length()) > MAX_DISTANCE) ? Integer.MAX_VALUE
				: EditDistance.between(left, right);
	}

}
