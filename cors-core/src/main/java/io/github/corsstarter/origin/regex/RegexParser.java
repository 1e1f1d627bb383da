package io.github.corsstarter.origin.regex;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.automaton.CharacterSet;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.Expression.Choice;
import io.github.corsstarter.origin.automaton.Expression.Repetition;
import io.github.corsstarter.origin.automaton.Expression.Sequence;
import io.github.corsstarter.origin.automaton.Expression.Symbol;
import io.github.corsstarter.origin.entry.OriginRegex;

/**
 * Reads the subset of regular expressions that {@link OriginRegex} describes, and names
 * whatever is outside it.
 */
public final class RegexParser {

	private static final int MAX_LENGTH = 100_000;

	private static final int MAX_DEPTH = 50;

	private static final int MAX_REPETITION_DIGITS = 5;

	private final RegexText text;

	private final RegexCharacters characters;

	private int depth;

	private RegexParser(RegexText text) {
		this.text = text;
		this.characters = new RegexCharacters(text);
	}

	/**
	 * Parse a regular expression.
	 * @param value the whole expression
	 * @return its syntax tree
	 * @throws OriginSyntaxException when it is outside the subset; its suggestion is not
	 * checked
	 */
	public static Expression parse(String value) {
		RegexText text = new RegexText(value);
		if (value.isEmpty()) {
			throw text.fault(-1, "The regular expression is blank.");
		}
		if (value.length() > MAX_LENGTH) {
			throw text.fault(-1, "The regular expression has more than " + MAX_LENGTH + " characters.");
		}
		UnsupportedSyntax.checkNotation(text, value);
		return new RegexParser(text).parseAlternatives(true);
	}

	private Expression parseAlternatives(boolean topLevel) {
		int start = this.text.position();
		List<Expression> alternatives = new ArrayList<>();
		do {
			alternatives.add(parseAlternative(topLevel));
		}
		while (this.text.skip("|"));
		if (topLevel && !this.text.atEnd()) {
			throw this.text.fault(this.text.position(), "There is no opening parenthesis for this ')'.");
		}
		return (alternatives.size() == 1) ? alternatives.get(0) : new Choice(alternatives, start, this.text.position());
	}

	private Expression parseAlternative(boolean topLevel) {
		if (topLevel) {
			this.text.skip("^");
		}
		int start = this.text.position();
		List<Expression> parts = new ArrayList<>();
		while (!this.text.atEnd() && this.text.peek() != '|' && this.text.peek() != ')') {
			if (topLevel && atFinalDollar()) {
				int end = this.text.position();
				this.text.skip("$");
				return new Sequence(parts, start, end);
			}
			parts.add(parseRepetition(parseAtom()));
		}
		return (parts.size() == 1) ? parts.get(0) : new Sequence(parts, start, this.text.position());
	}

	private boolean atFinalDollar() {
		return this.text.peek() == '$' && (this.text.peek(1) == RegexText.END || this.text.peek(1) == '|');
	}

	private Expression parseAtom() {
		int position = this.text.position();
		char c = this.text.peek();
		return switch (c) {
			case '(' -> parseGroup();
			case '[', '\\', '.' -> this.characters.parse();
			case '*', '+', '?' -> throw UnsupportedSyntax.nothingToRepeat(this.text, c);
			case '{', '}', ']' -> throw this.text.fault(position, "There is nothing that this '" + c + "' belongs to.");
			case '^', '$' -> throw UnsupportedSyntax.misplacedAnchor(this.text, c);
			default -> new Symbol(CharacterSet.of(this.text.next()), position, position + 1);
		};
	}

	private Expression parseGroup() {
		int start = this.text.position();
		if (++this.depth > MAX_DEPTH) {
			throw this.text.fault(start, "Groups are nested more than " + MAX_DEPTH + " deep.");
		}
		this.text.skip("(");
		if (this.text.peek() == '?' && !this.text.skip("?:")) {
			throw UnsupportedSyntax.unknownGroup(this.text, start);
		}
		Expression content = parseAlternatives(false);
		if (!this.text.skip(")")) {
			throw this.text.fault(start, "This parenthesis is not closed.");
		}
		this.depth--;
		return new Sequence(List.of(content), start, this.text.position());
	}

	private Expression parseRepetition(Expression part) {
		int position = this.text.position();
		Expression repetition = switch (this.text.peek()) {
			case '?' -> quantified(part, 0, 1);
			case '*' -> quantified(part, 0, Repetition.UNBOUNDED);
			case '+' -> quantified(part, 1, Repetition.UNBOUNDED);
			case '{' -> parseCount(part);
			default -> part;
		};
		if (repetition != part) {
			UnsupportedSyntax.checkSingleQuantifier(this.text, position);
		}
		return repetition;
	}

	private Repetition quantified(Expression part, int minimum, int maximum) {
		this.text.next();
		return new Repetition(part, minimum, maximum, part.start(), this.text.position());
	}

	private Repetition parseCount(Expression part) {
		int position = this.text.position();
		this.text.skip("{");
		int minimum = parseNumber(position);
		int maximum = minimum;
		if (this.text.skip(",")) {
			maximum = (this.text.peek() == '}') ? Repetition.UNBOUNDED : parseNumber(position);
		}
		if (!this.text.skip("}")) {
			throw badCount(position);
		}
		if (maximum != Repetition.UNBOUNDED && maximum < minimum) {
			throw this.text.fault(position, "The greater number comes first in this repetition.");
		}
		return new Repetition(part, minimum, maximum, part.start(), this.text.position());
	}

	private int parseNumber(int position) {
		int start = this.text.position();
		while (CharacterSet.DIGITS.contains(this.text.peek())) {
			this.text.next();
		}
		int digits = this.text.position() - start;
		if (digits == 0) {
			throw badCount(position);
		}
		if (digits > MAX_REPETITION_DIGITS) {
			throw this.text.fault(start, "This number of repetitions is too large.");
		}
		return Integer.parseInt(this.text.substring(start, this.text.position()));
	}

	private OriginSyntaxException badCount(int position) {
		return this.text.fault(position, "After '{' comes a number of repetitions, as in {3}, {2,} or {1,5}.");
	}

}
