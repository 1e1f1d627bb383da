package io.github.corsstarter.comparison.path;

import java.util.regex.Pattern;

import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.regex.RegexParser;
import org.jspecify.annotations.Nullable;

/**
 * The regular expression of a path variable. Its structure is read by the parser of
 * origins' expressions, whose subset means the same to {@link Pattern}; which characters
 * a symbol stands for is asked {@code Pattern}, since paths have other characters than
 * origins.
 *
 * @param text the expression
 * @param expression its syntax tree, of which only the structure and the positions count;
 * {@code null} when it is outside of the subset
 */
record PathRegex(String text, @Nullable Expression expression) {

	/**
	 * Read an expression.
	 * @param text the expression
	 * @return the expression
	 * @throws java.util.regex.PatternSyntaxException if it is none for {@code Pattern}
	 */
	static PathRegex of(String text) {
		boolean groups = Pattern.compile(text).matcher("").groupCount() > 0;
		boolean halves = text.chars().anyMatch((c) -> Character.isSurrogate((char) c));
		return new PathRegex(text, (groups || halves) ? null : parse(text));
	}

	private static @Nullable Expression parse(String text) {
		try {
			return RegexParser.parse(text);
		}
		catch (OriginSyntaxException ex) {
			return null;
		}
	}

	/**
	 * Return the characters that a symbol stands for.
	 * @param symbol a symbol of the expression
	 * @return an expression that matches each of them
	 */
	String characters(Expression.Symbol symbol) {
		return this.text.substring(symbol.start(), symbol.end());
	}

}
