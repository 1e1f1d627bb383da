package io.github.corsstarter.origin.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.automaton.CharacterSet;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.regex.NameLabel;
import io.github.corsstarter.origin.regex.OriginShapes;

import static io.github.corsstarter.origin.automaton.Expression.any;
import static io.github.corsstarter.origin.automaton.Expression.seq;
import static io.github.corsstarter.origin.automaton.Expression.some;
import static io.github.corsstarter.origin.automaton.Expression.text;

/**
 * The expression of a pattern, for proofs about patterns and regular expressions at once.
 */
public final class PatternExpression {

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
		Expression hosts = (host.indexOf('*', lastLabel) < 0 || host.equals("*")) ? host(pattern)
				: seq(labels(pattern, host.substring(0, lastLabel)),
						NameLabel.of(host.substring(lastLabel), CharacterSet.LABEL));
		return seq(text(pattern.scheme() + "://"), hosts, ports(pattern));
	}

	/**
	 * Return the expression of what a pattern accepts after the scheme and {@code ://}.
	 * @param pattern a pattern, or the first labels of one
	 * @return an expression that accepts the hosts of the same origins with their ports,
	 * except that a wildcard in the last label may match a number
	 */
	public static Expression ofHostAndPort(OriginPattern pattern) {
		return seq(host(pattern), ports(pattern));
	}

	private static Expression host(OriginPattern pattern) {
		if (!pattern.host().equals("*")) {
			return labels(pattern, pattern.host());
		}
		Expression name = OriginShapes.name(labelCharacters(pattern));
		return isWeb(pattern) ? name : any(name, text("."));
	}

	private static Expression labels(OriginPattern pattern, String labels) {
		return labels.startsWith(HostGlob.ANY_LABELS) ? seq(OriginShapes.labels(labelCharacters(pattern)),
				glob(labels.substring(HostGlob.ANY_LABELS.length()))) : glob(labels);
	}

	private static Expression glob(String labels) {
		List<Expression> parts = new ArrayList<>();
		for (char c : labels.toCharArray()) {
			parts.add((c == '*') ? some(CharacterSet.LABEL) : text(String.valueOf(c)));
		}
		return seq(parts.toArray(Expression[]::new));
	}

	private static Expression ports(OriginPattern pattern) {
		int[] ports = pattern.ports().toArray();
		if (ports == null) {
			return OriginShapes.anyPort();
		}
		int defaultPort = OriginGrammar.defaultPort(pattern.scheme());
		return any(IntStream.of(ports).mapToObj((port) -> text((port != defaultPort) ? ":" + port : "")).toList());
	}

	private static CharacterSet labelCharacters(OriginPattern pattern) {
		return isWeb(pattern) ? CharacterSet.LABEL : CharacterSet.FOREIGN_LABEL;
	}

	private static boolean isWeb(OriginPattern pattern) {
		return OriginGrammar.defaultPort(pattern.scheme()) != OriginGrammar.NO_PORT;
	}

}
