package io.github.corsstarter.origin;

import java.util.regex.Pattern;

/**
 * A regular expression of whole origins. Immutable and safe for use by several threads.
 */
public final class OriginRegex {

	private final Pattern pattern;

	private OriginRegex(Pattern pattern) {
		this.pattern = pattern;
	}

	/**
	 * Parses a regular expression.
	 * @param text the regular expression
	 * @return the regular expression
	 */
	public static OriginRegex parse(String text) {
		return new OriginRegex(Pattern.compile(text));
	}

	/**
	 * Tells whether an origin is accepted.
	 * @param origin the value of an {@code Origin} header
	 * @return {@code true} if it is well-formed and accepted
	 */
	public boolean matches(String origin) {
		return !"null".equals(origin) && Origin.isWellFormed(origin) && this.pattern.matcher(origin).matches();
	}

	@Override
	public String toString() {
		return this.pattern.pattern();
	}

}
