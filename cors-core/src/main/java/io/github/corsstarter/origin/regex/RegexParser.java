package io.github.corsstarter.origin.regex;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.automaton.CharacterSet;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.Expression.Choice;
import io.github.corsstarter.origin.automaton.Expression.Repetition;
import io.github.corsstarter.origin.automaton.Expression.Sequence;
import io.github.corsstarter.origin.automaton.Expression.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * Reads the supported subset of regular expressions, and names whatever is outside it.
 */
public final class RegexParser {

	private static final int MAX_LENGTH = 100_000;

	private static final int MAX_DEPTH = 50;

	private static final int MAX_REPETITION_DIGITS = 5;

	/**
	 * Answer of {@link #peek()} at the end of the text; no regular expression contains
	 * it.
	 */
	static final char END = '\uFFFF';

	private final String value;

	private final RegexCharacters characters = new RegexCharacters(this);

	private int position;

	private int depth;

	private RegexParser(String value) {
		this.value = value;
	}

	/**
	 * Parse a regular expression.
	 * @param value the whole expression
	 * @return its syntax tree
	 * @throws OriginSyntaxException when it is outside the subset; its suggestion is not
	 * checked
	 */
	public static Expression parse(String value) {
		RegexParser parser = new RegexParser(value);
		if (value.isEmpty()) {
			throw parser.fault(-1, "The regular expression is blank.");
		}
		if (value.length() > MAX_LENGTH) {
			throw parser.fault(-1, "The regular expression has more than " + MAX_LENGTH + " characters.");
		}
		UnsupportedSyntax.checkNotation(parser, value);
		return parser.parseAlternatives(true);
	}

	private Expression parseAlternatives(boolean topLevel) {
		int start = this.position;
		List<Expression> alternatives = new ArrayList<>();
		do {
			alternatives.add(parseAlternative(topLevel));
		}
		while (skip("|"));
		if (topLevel && !atEnd()) {
			throw fault(this.position, "There is no opening parenthesis for this ')'.");
		}
		return (alternatives.size() == 1) ? alternatives.get(0) : new Choice(alternatives, start, this.position);
	}

	private Expression parseAlternative(boolean topLevel) {
		if (topLevel) {
			skip("^");
		}
		int start = this.position;
		List<Expression> parts = new ArrayList<>();
		while (!atEnd() && peek() != '|' && peek() != ')') {
			if (topLevel && atFinalDollar()) {
				int end = this.position;
				skip("$");
				return new Sequence(parts, start, end);
			}
			parts.add(parseRepetition(parseAtom()));
		}
		return (parts.size() == 1) ? parts.get(0) : new Sequence(parts, start, this.position);
	}

	private boolean atFinalDollar() {
		return peek() == '$' && (peek(1) == END || peek(1) == '|');
	}

	private Expression parseAtom() {
		int position = this.position;
		char c = peek();
		return switch (c) {
			case '(' -> parseGroup();
			case '[', '\\', '.' -> this.characters.parse();
			case '*', '+', '?' -> throw UnsupportedSyntax.nothingToRepeat(this, c);
			case '{', '}', ']' -> throw fault(position, "There is nothing that this '" + c + "' belongs to.");
			case '^', '$' -> throw UnsupportedSyntax.misplacedAnchor(this, c);
			default -> new Symbol(CharacterSet.of(next()), position, position + 1);
		};
	}

	private Expression parseGroup() {
		int start = this.position;
		if (++this.depth > MAX_DEPTH) {
			throw fault(start, "Groups are nested more than " + MAX_DEPTH + " deep.");
		}
		skip("(");
		if (peek() == '?' && !skip("?:")) {
			throw UnsupportedSyntax.unknownGroup(this, start);
		}
		Expression content = parseAlternatives(false);
		if (!skip(")")) {
			throw fault(start, "This parenthesis is not closed.");
		}
		this.depth--;
		return new Sequence(List.of(content), start, this.position);
	}

	private Expression parseRepetition(Expression part) {
		int position = this.position;
		Expression repetition = switch (peek()) {
			case '?' -> quantified(part, 0, 1);
			case '*' -> quantified(part, 0, Repetition.UNBOUNDED);
			case '+' -> quantified(part, 1, Repetition.UNBOUNDED);
			case '{' -> parseCount(part);
			default -> part;
		};
		if (repetition != part) {
			UnsupportedSyntax.checkSingleQuantifier(this, position);
		}
		return repetition;
	}

	private Repetition quantified(Expression part, int minimum, int maximum) {
		next();
		return new Repetition(part, minimum, maximum, part.start(), this.position);
	}

	private Repetition parseCount(Expression part) {
		int position = this.position;
		skip("{");
		int minimum = parseNumber(position);
		int maximum = minimum;
		if (skip(",")) {
			maximum = (peek() == '}') ? Repetition.UNBOUNDED : parseNumber(position);
		}
		if (!skip("}")) {
			throw badCount(position);
		}
		if (maximum != Repetition.UNBOUNDED && maximum < minimum) {
			throw fault(position, "The greater number comes first in this repetition.");
		}
		return new Repetition(part, minimum, maximum, part.start(), this.position);
	}

	private int parseNumber(int position) {
		int start = this.position;
		while (CharacterSet.DIGITS.contains(peek())) {
			next();
		}
		int digits = this.position - start;
		if (digits == 0) {
			throw badCount(position);
		}
		if (digits > MAX_REPETITION_DIGITS) {
			throw fault(start, "This number of repetitions is too large.");
		}
		return Integer.parseInt(substring(start, this.position));
	}

	private OriginSyntaxException badCount(int position) {
		return fault(position, "After '{' comes a number of repetitions, as in {3}, {2,} or {1,5}.");
	}

	int position() {
		return this.position;
	}

	int length() {
		return this.value.length();
	}

	boolean atEnd() {
		return this.position == this.value.length();
	}

	char peek() {
		return peek(0);
	}

	char peek(int ahead) {
		int index = this.position + ahead;
		return (index < this.value.length()) ? this.value.charAt(index) : END;
	}

	char next() {
		return this.value.charAt(this.position++);
	}

	boolean skip(String expected) {
		boolean found = startsWith(expected);
		if (found) {
			this.position += expected.length();
		}
		return found;
	}

	boolean startsWith(String expected) {
		return this.value.startsWith(expected, this.position);
	}

	String substring(int start, int end) {
		return this.value.substring(start, end);
	}

	/** Return the whole expression with a part of it replaced. */
	String replaced(int start, int end, String replacement) {
		return this.value.substring(0, start) + replacement + this.value.substring(end);
	}

	OriginSyntaxException fault(int position, String message) {
		return fault(position, message, null);
	}

	OriginSyntaxException fault(int position, String message, @Nullable String suggestion) {
		return new OriginSyntaxException(this.value, position, message, suggestion, EntryKind.REGEX);
	}

}
