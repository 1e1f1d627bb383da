package io.github.corsstarter.origin;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a pattern as a regular expression, for proofs about both at once.
 */
final class PatternExpression {

	private static final String LABEL = "[a-z0-9_-]+";

	private static final String FOREIGN_LABEL = "[A-Za-z0-9_-]+";

	private PatternExpression() {
	}

	/**
	 * Return the expression of a pattern.
	 * @param pattern a pattern
	 * @return an expression that accepts the same origins, except that a wildcard in the
	 * last label may match a number
	 */
	static OriginExpression of(OriginPattern pattern) {
		return RegexParser.parse(quoted(pattern.scheme()) + "://" + hostAndPort(pattern));
	}

	/**
	 * Return the expression of what a pattern accepts after the scheme and {@code ://}.
	 * @param pattern a pattern
	 * @return an expression that accepts the hosts of the same origins with their ports,
	 * except that a wildcard in the last label may match a number
	 */
	static OriginExpression ofHostAndPort(OriginPattern pattern) {
		return RegexParser.parse(hostAndPort(pattern));
	}

	private static String hostAndPort(OriginPattern pattern) {
		int defaultPort = OriginGrammar.defaultPort(pattern.scheme(), pattern.scheme().length());
		return host(pattern.host(), defaultPort) + ports(pattern, defaultPort);
	}

	/**
	 * Return the expression of a single origin.
	 * @param origin an origin
	 * @return an expression that accepts nothing else
	 */
	static OriginExpression of(Origin origin) {
		return RegexParser.parse(quoted(origin.toString()));
	}

	private static String host(String host, int defaultPort) {
		boolean web = defaultPort != OriginGrammar.NO_PORT;
		if (host.equals("*")) {
			return web ? WellFormedOrigins.NAME : WellFormedOrigins.FOREIGN_NAME;
		}
		if (host.startsWith("*.")) {
			return "(?:" + (web ? LABEL : FOREIGN_LABEL) + "\\.)+" + labels(host.substring(2));
		}
		return labels(host);
	}

	private static String labels(String host) {
		return quoted(host).replace("*", LABEL);
	}

	private static String ports(OriginPattern pattern, int defaultPort) {
		int[] ports = pattern.ports();
		if (ports == null) {
			return "(?::[0-9]+)?";
		}
		return IntStream.of(ports)
			.mapToObj((port) -> (port != defaultPort) ? ":" + port : "")
			.collect(Collectors.joining("|", "(?:", ")"));
	}

	/** Asterisks are left alone. */
	private static String quoted(String text) {
		StringBuilder quoted = new StringBuilder();
		for (char c : text.toCharArray()) {
			if (".[]+".indexOf(c) >= 0) {
				quoted.append('\\');
			}
			quoted.append(c);
		}
		return quoted.toString();
	}

}
