package io.github.corsstarter.origin.entry;

import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.regex.RegexParser;

/**
 * The plain {@code *}, which accepts any origin but {@code null}. Without credentials a
 * policy with this entry is open, and answers {@code null} too.
 */
public enum AnyOrigin implements OriginEntry {

	/** The only one. */
	INSTANCE;

	static final String TEXT = "*";

	@Override
	public boolean matches(String origin) {
		return Origin.isWellFormed(origin) && !"null".equals(origin);
	}

	@Override
	public Expression expression() {
		return RegexParser.parse(".*");
	}

	@Override
	public String toString() {
		return TEXT;
	}

}
