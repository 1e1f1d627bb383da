package io.github.corsstarter.origin;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.origin.OriginExpression.Choice;
import io.github.corsstarter.origin.OriginExpression.Repetition;
import io.github.corsstarter.origin.OriginExpression.Sequence;
import io.github.corsstarter.origin.OriginExpression.Symbol;

/**
 * Reads the subset of regular expressions that {@link OriginRegex} describes, and names
 * whatever is outside it.
 */
final class RegexParser {

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
	static OriginExpression parse(String value) {
		RegexText text = new RegexText(value);
		if (value.isEmpty()) {
			throw text.fault(-1, "The regular expression is blank.");
		}
		if (value.length() > MAX_LENGTH) {
			throw text.fault(-1, "The regular expression has more than " + MAX_LENGTH + " characters.");
		}
		RegexHints.checkNotation(text, value);
		return new RegexParser(text).parseAlternatives(true);
	}

	private OriginExpression parseAlternatives(boolean topLevel) {
		int start = this.text.position();
		List<OriginExpression> alternatives = new ArrayList<>();
		do {
			alternatives.add(parseAlternative(topLevel));
		}
		while (this.text.skip("|"));
		if (topLevel && !this.text.atEnd()) {
			throw this.text.fault(this.text.position(), "There is no opening parenthesis for this ')'.");
		}
		return (alternatives.size() == 1) ? alternatives.get(0) : new Choice(alternatives, start, this.text.position());
	}

	private OriginExpression parseAlternative(boolean topLevel) {
		if (topLevel) {
			this.text.skip("^");
		}
		int start = this.text.position();
		List<OriginExpression> parts = new ArrayList<>();
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

	private OriginExpression parseAtom() {
		int position = this.text.position();
		char c = this.text.peek();
		return switch (c) {
			case '(' -> parseGroup();
			case '[', '\\', '.' -> this.characters.parse();
			case '*', '+', '?' -> throw RegexHints.nothingToRepeat(this.text, c);
			case '{', '}', ']' -> throw this.text.fault(position, "There is nothing that this '" + c + "' belongs to.");
			case '^', '$' -> throw RegexHints.misplacedAnchor(this.text, c);
			default -> new Symbol(CharacterSet.of(this.text.next()), position, position + 1);
		};
	}

	private OriginExpression parseGroup() {
		int start = this.text.position();
		if (++this.depth > MAX_DEPTH) {
			throw this.text.fault(start, "Groups are nested more than " + MAX_DEPTH + " deep.");
		}
		this.text.skip("(");
		if (this.text.peek() == '?' && !this.text.skip("?:")) {
			throw RegexHints.unknownGroup(this.text, start);
		}
		OriginExpression content = parseAlternatives(false);
		if (!this.text.skip(")")) {
			throw this.text.fault(start, "This parenthesis is not closed.");
		}
		this.depth--;
		return new Sequence(List.of(content), start, this.text.position());
	}

	private OriginExpression parseRepetition(OriginExpression part) {
		int position = this.text.position();
		OriginExpression repetition = switch (this.text.peek()) {
			case '?' -> quantified(part, 0, 1);
			case '*' -> quantified(part, 0, Repetition.UNBOUNDED);
			case '+' -> quantified(part, 1, Repetition.UNBOUNDED);
			case '{' -> parseCount(part);
			default -> part;
		};
		if (repetition != part) {
			RegexHints.checkSingleQuantifier(this.text, position);
		}
		return repetition;
	}

	private Repetition quantified(OriginExpression part, int minimum, int maximum) {
		this.text.next();
		return new Repetition(part, minimum, maximum, part.start(), this.text.position());
	}

	private Repetition parseCount(OriginExpression part) {
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
