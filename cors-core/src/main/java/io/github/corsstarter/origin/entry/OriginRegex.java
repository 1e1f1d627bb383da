package io.github.corsstarter.origin.entry;

import java.util.regex.Pattern;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.automaton.WorkLimit;
import io.github.corsstarter.origin.regex.RegexParser;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression for origins, one entry of {@code allowed-origin-regexes}.
 * Immutable.
 * <p>
 * It always has to match the whole origin, and is offered well-formed origins only, never
 * {@code null}. Its syntax is what all common engines agree on: literals, a backslash
 * before a character that is no letter or digit, the dot, classes ({@code [...]},
 * {@code [^...]}, {@code \d \w \D \W}), groups {@code ( )} and {@code (?: )},
 * alternatives, and the greedy quantifiers. {@code ^} at the start and {@code $} at the
 * end of an outermost alternative mean nothing. The dot and negated classes match any
 * character of an origin, the colon and the slash included.
 * <p>
 * Matching reads each character once and never goes back.
 */
public final class OriginRegex implements OriginEntry {

	/**
	 * A letter or digit after a backslash would be something else, a hyphen needs none.
	 */
	private static final Pattern QUOTED = Pattern.compile("[^\\p{L}\\p{Nd}-]");

	private final String text;

	private final Expression expression;

	private final Automaton automaton;

	OriginRegex(String text, WorkLimit limit) {
		this.text = text;
		this.expression = RegexParser.parse(text);
		try {
			this.automaton = Automaton.of(this.expression, limit);
		}
		catch (TooMuchWorkException ex) {
			throw new OriginSyntaxException(text, -1, ex.getMessage(), null, EntryKind.REGEX);
		}
	}

	/**
	 * Return a regular expression for a text.
	 * @param text any text
	 * @return an expression that accepts the text and nothing else
	 */
	public static String quote(String text) {
		return QUOTED.matcher(text).replaceAll("\\\\$0");
	}

	/**
	 * Return whether an origin is accepted.
	 * @param origin the value of an {@code Origin} header
	 * @return whether it is a well-formed origin other than {@code null} that this
	 * expression matches as a whole
	 */
	@Override
	public boolean matches(String origin) {
		return this.automaton.accepts(origin) && Origin.isWellFormed(origin) && !origin.equals("null");
	}

	@Override
	public Expression expression() {
		return this.expression;
	}

	/**
	 * Return the automaton that matches.
	 * @return an automaton that may also accept texts that are no origins
	 */
	public Automaton automaton() {
		return this.automaton;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof OriginRegex regex && this.text.equals(regex.text);
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

	/**
	 * Return the expression.
	 * @return the expression as it was written, without surrounding blanks
	 */
	@Override
	public String toString() {
		return this.text;
	}

}
