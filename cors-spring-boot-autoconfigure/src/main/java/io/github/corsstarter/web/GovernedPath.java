package io.github.corsstarter.web;

import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.PathMapping;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One path pattern of a policy. A pattern without wildcards, or with {@code /**} at its
 * end alone, is also known as the literal it begins with: comparing that with a path as
 * it was sent saves parsing the path.
 */
final class GovernedPath implements Comparable<GovernedPath> {

	private static final String ANYTHING_BELOW = "/**";

	private final PathPattern pattern;

	private final PathMapping.Match match;

	private final boolean caseSensitive;

	private final @Nullable String literal;

	private final boolean prefix;

	GovernedPath(CorsPolicy policy, String text, PathPatternParser parser) {
		this.pattern = parser.parse(text);
		this.match = new PathMapping.Match(policy, text);
		this.caseSensitive = parser.isCaseSensitive();
		this.prefix = text.endsWith(ANYTHING_BELOW);
		String literal = this.prefix ? text.substring(0, text.length() - ANYTHING_BELOW.length()) : text;
		this.literal = (this.caseSensitive && isLiteral(literal)) ? literal : null;
	}

	private static boolean isLiteral(String text) {
		for (int i = 0; i < text.length(); i++) {
			if ("{}*?".indexOf(text.charAt(i)) >= 0) {
				return false;
			}
		}
		return true;
	}

	PathMapping.Match match() {
		return this.match;
	}

	/**
	 * Return whether the pattern can be compared with a path that is not parsed.
	 * @return {@code true} if {@link #matchesLiterally(String)} may be asked
	 */
	boolean isLiteral() {
		return this.literal != null;
	}

	/**
	 * Matches a path in which nothing is encoded and no segment has parameters.
	 * @param path the path
	 * @return {@code true} exactly if the parsed path would match
	 */
	boolean matchesLiterally(String path) {
		String literal = this.literal;
		if (literal == null || !path.startsWith(literal)) {
			return false;
		}
		return path.length() == literal.length() || (this.prefix && path.charAt(literal.length()) == '/');
	}

	boolean matches(PathContainer path) {
		return this.pattern.matches(path);
	}

	@Nullable String variable(PathContainer path, String name) {
		PathPattern.PathMatchInfo info = this.pattern.matchAndExtract(path);
		return (info != null) ? info.getUriVariables().get(name) : null;
	}

	boolean beginsWith(String path) {
		String text = this.match.pattern();
		boolean begins = text.regionMatches(!this.caseSensitive, 0, path, 0, path.length());
		return begins && (text.length() == path.length() || text.charAt(path.length()) == '/');
	}

	/**
	 * Compares by specificity, then alphabetically.
	 */
	@Override
	public int compareTo(GovernedPath other) {
		return this.pattern.compareTo(other.pattern);
	}

}
