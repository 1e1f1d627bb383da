package io.github.corsstarter.origin.proof;

import java.util.regex.Pattern;

import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.Expression.Symbol;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.automaton.WorkLimit;
import org.jspecify.annotations.Nullable;

/**
 * Tells entries for the origins of an application's own scheme, such as
 * {@code capacitor://localhost}, from those in which only a wildcard happens to match a
 * scheme that nobody thought of: the hosts of http and https have no capitals, those of
 * other schemes may have.
 */
public final class WrittenScheme {

	private static final Pattern WEB = Pattern.compile("(?:http|ws)s?");

	private static final Pattern LETTER = Pattern.compile("[a-z]");

	/**
	 * A word at the start that goes on with a colon, or with a wildcard where no domain
	 * is named after it.
	 */
	private static final Pattern BEGINNING = Pattern
		.compile("^(?!(?:https?|wss?|www|localhost)[:*])[a-z][a-z0-9+-]*(?::|\\*(?!.*\\.[a-z]))");

	private WrittenScheme() {
	}

	/**
	 * Return an origin that is accepted and that browsers send.
	 * @param expression an expression
	 * @param accepted its automaton
	 * @param limit the work that may go into the search
	 * @return an origin, of another scheme than those of the web only when the expression
	 * names one, or {@code null} when there is none
	 * @throws TooMuchWorkException when the limit does not suffice to tell
	 */
	public static @Nullable String member(Expression expression, Automaton accepted, WorkLimit limit) {
		StringBuilder outline = new StringBuilder();
		append(expression, outline);
		return isIn(outline.toString()) ? OriginSearch.member(accepted, limit)
				: OriginSearch.webMember(accepted, limit);
	}

	private static boolean isIn(String outline) {
		int end = outline.indexOf(":/");
		return (end < 0) ? BEGINNING.matcher(outline).find()
				: LETTER.matcher(WEB.matcher(outline.substring(0, end)).replaceAll("")).find();
	}

	/** Append the characters that are written out, and an asterisk for any other. */
	private static void append(Expression expression, StringBuilder outline) {
		if (expression instanceof Symbol symbol) {
			outline.append((symbol.characters().size() == 1) ? symbol.characters().first() : '*');
		}
		expression.parts().forEach((part) -> append(part, outline));
	}

}
