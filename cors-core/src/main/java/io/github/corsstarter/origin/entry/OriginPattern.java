package io.github.corsstarter.origin.entry;

import java.util.Arrays;

import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.WorkLimit;

/**
 * One entry of {@code allowed-origin-patterns}, strictly parsed and normalised:
 * {@code scheme://host[:port]} where the host may have wildcards and the port may be a
 * list or any.
 * <ul>
 * <li>a leading {@code *.} is one or more whole labels;</li>
 * <li>any other {@code *} is one or more of {@code a-z 0-9 - _} inside its label;</li>
 * <li>a host of just {@code *} is any host name, of other schemes than those of the web
 * {@code .} as well;</li>
 * <li>no wildcard matches an IP address.</li>
 * </ul>
 * Plain {@code *} is no pattern.
 *
 * @param scheme the scheme in lower case, which has no wildcard
 * @param host the normalised host with its wildcards, an IPv6 address with its brackets
 * @param ports the accepted effective ports
 */
public record OriginPattern(String scheme, String host, Ports ports) implements OriginEntry {

	/**
	 * Parse and normalise a pattern that is tried in place of another entry. What is
	 * configured is parsed by an {@link OriginEntryParser}.
	 * @param text an entry of {@code allowed-origin-patterns} other than plain {@code *}
	 * @param limit the work that may go into its automaton
	 * @return the pattern
	 * @throws OriginSyntaxException if the text is no pattern, has wildcards in so many
	 * labels that its automaton would have more than 20&nbsp;000 states, or if the limit
	 * does not suffice to make it
	 */
	public static OriginPattern parse(String text, WorkLimit limit) {
		return OriginPatternParser.parse(text, limit);
	}

	/**
	 * Return whether the pattern matches an origin. Never throws, takes time linear in
	 * the length of the origin, and allocates nothing.
	 * @param origin the value of an {@code Origin} header
	 * @return whether it matches; {@code false} for a malformed origin and for
	 * {@code null}
	 */
	@Override
	public boolean matches(String origin) {
		long scan = OriginGrammar.scan(origin);
		if (scan < 0 || !this.ports.contains(OriginGrammar.port(scan))
				|| OriginGrammar.schemeEnd(scan) != this.scheme.length() || !origin.startsWith(this.scheme)) {
			return false;
		}
		int start = OriginGrammar.hostStart(scan);
		int end = OriginGrammar.hostEnd(scan);
		if (!hasWildcard()) {
			return end - start == this.host.length() && origin.startsWith(this.host, start);
		}
		return OriginGrammar.isName(scan) && HostGlob.matches(this.host, origin, start, end);
	}

	/**
	 * Return whether the host has a wildcard.
	 * @return whether the host has a wildcard; {@code false} also when only the port is
	 * open
	 */
	public boolean hasWildcard() {
		return this.host.indexOf('*') >= 0;
	}

	/**
	 * Return what the hosts of all accepted origins end with.
	 * @return the labels behind the last one with a wildcard; empty when that is the last
	 * one of all
	 */
	public String hostEnding() {
		int dot = hasWildcard() ? this.host.indexOf('.', this.host.lastIndexOf('*')) + 1 : 0;
		return (dot > 0 || !hasWildcard()) ? this.host.substring(dot) : "";
	}

	@Override
	public Expression expression() {
		return PatternExpression.of(this);
	}

	/**
	 * Return the normalised spelling, which parses to an equal pattern.
	 */
	@Override
	public String toString() {
		int[] accepted = this.ports.toArray();
		if (accepted == null) {
			return this.scheme + "://" + this.host + ":[*]";
		}
		if (accepted.length == 1) {
			return OriginParts.serialize(this.scheme, this.host, accepted[0]);
		}
		return this.scheme + "://" + this.host + ":" + Arrays.toString(accepted).replace(" ", "");
	}

}
