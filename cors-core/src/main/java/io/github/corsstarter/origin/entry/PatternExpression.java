package io.github.corsstarter.origin.entry;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.regex.NameLabel;
import io.github.corsstarter.origin.regex.RegexParser;
import io.github.corsstarter.origin.regex.WellFormedOrigins;

/**
 * Writes a pattern as a regular expression, for proofs about both at once.
 */
public final class PatternExpression {

	private static final String FOREIGN_LABEL = "[A-Za-z0-9_-]+";

	private PatternExpression() {
	}

	/**
	 * Return the expression of a pattern.
	 * @param pattern a pattern
	 * @return an expression that accepts the same origins
	 */
	public static Expression of(OriginPattern pattern) {
		String host = pattern.host();
		int lastLabel = host.lastIndexOf('.') + 1;
		String name = (host.indexOf('*', lastLabel) < 0 || host.equals("*")) ? host(pattern)
				: host(pattern, host.substring(0, lastLabel)) + NameLabel.expression(host.substring(lastLabel));
		return RegexParser.parse(quoted(pattern.scheme()) + "://" + name + ports(pattern));
	}

	/**
	 * Return the expression of what a pattern accepts after the scheme and {@code ://}.
	 * @param pattern a pattern, or the first labels of one
	 * @return an expression that accepts the hosts of the same origins with their ports,
	 * except that a wildcard in the last label may match a number
	 */
	public static Expression ofHostAndPort(OriginPattern pattern) {
		return RegexParser.parse(host(pattern) + ports(pattern));
	}

	/**
	 * Return the expression of a single origin.
	 * @param origin an origin
	 * @return an expression that accepts nothing else
	 */
	public static Expression of(Origin origin) {
		return RegexParser.parse(quoted(origin.toString()));
	}

	private static String host(OriginPattern pattern) {
		if (pattern.host().equals("*")) {
			return (defaultPort(pattern) != OriginGrammar.NO_PORT) ? WellFormedOrigins.NAME
					: WellFormedOrigins.FOREIGN_NAME;
		}
		return host(pattern, pattern.host());
	}

	private static String host(OriginPattern pattern, String labels) {
		if (labels.startsWith("*.")) {
			boolean web = defaultPort(pattern) != OriginGrammar.NO_PORT;
			return "(?:" + (web ? NameLabel.ANY : FOREIGN_LABEL) + "\\.)+" + labels(labels.substring(2));
		}
		return labels(labels);
	}

	private static String labels(String labels) {
		return quoted(labels).replace("*", NameLabel.ANY);
	}

	private static String ports(OriginPattern pattern) {
		int[] ports = pattern.ports();
		if (ports == null) {
			return "(?::[0-9]+)?";
		}
		int defaultPort = defaultPort(pattern);
		return IntStream.of(ports)
			.mapToObj((port) -> (port != defaultPort) ? ":" + port : "")
			.collect(Collectors.joining("|", "(?:", ")"));
	}

	private static int defaultPort(OriginPattern pattern) {
		return OriginGrammar.defaultPort(pattern.scheme(), pattern.scheme().length());
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
