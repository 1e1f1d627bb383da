package io.github.corsstarter.origin.proof;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.automaton.WorkLimit;
import org.jspecify.annotations.Nullable;

/**
 * Tells regular expressions for the origins of an application's own scheme, such as
 * {@code capacitor://localhost}, from those in which only a wildcard happens to match a
 * scheme that nobody thought of: the hosts of http and https have no capitals, those of
 * other schemes may have.
 */
public final class WrittenScheme {

	private static final Pattern SEPARATOR = Pattern.compile(":[\\\\\\[(?:]*/");

	/** What is no literal before the separator, and the schemes of the web. */
	private static final Pattern NOT_WRITTEN = Pattern
		.compile("\\\\[A-Za-z]|\\[[^\\]]*\\]|(?:http|ws)(?:s|\\(s\\)|\\(\\?:s\\))?");

	private static final Pattern LETTER = Pattern.compile("[a-z]");

	/**
	 * A word at the start that goes on with a colon, or with a wildcard where no domain
	 * is named after it.
	 */
	private static final Pattern BEGINNING = Pattern
		.compile("^[\\^(?:]*(?!(?:https?|wss?|www|localhost)(?![a-z0-9+-]))[a-z][a-z0-9+-]*"
				+ "(?::|(?:\\.[*+{]|\\[|\\\\[WD])(?!.*\\\\\\.[a-z]))");

	private WrittenScheme() {
	}

	/**
	 * Return an origin that is accepted and that browsers send.
	 * @param regex a regular expression
	 * @param accepted its automaton
	 * @param limit the work that may go into the search
	 * @return an origin, of another scheme than those of the web only when the expression
	 * names one, or {@code null} when there is none
	 * @throws TooMuchWorkException when the limit does not suffice to tell
	 */
	public static @Nullable String member(String regex, Automaton accepted, WorkLimit limit) {
		return isIn(regex) ? OriginSearch.member(accepted, limit) : OriginSearch.webMember(accepted, limit);
	}

	private static boolean isIn(String regex) {
		Matcher separator = SEPARATOR.matcher(regex);
		if (!separator.find()) {
			return BEGINNING.matcher(regex).find();
		}
		String scheme = NOT_WRITTEN.matcher(regex.substring(0, separator.start())).replaceAll("");
		return LETTER.matcher(scheme).find();
	}

}
