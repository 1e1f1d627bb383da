package io.github.corsstarter.origin.regex;

import io.github.corsstarter.origin.automaton.CharacterSet;
import io.github.corsstarter.origin.automaton.Expression.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands for one character in a regular expression: the dot, escapes and
 * character classes.
 */
final class RegexCharacters {

	private final RegexParser parser;

	RegexCharacters(RegexParser parser) {
		this.parser = parser;
	}

	Symbol parse() {
		int start = this.parser.position();
		CharacterSet characters = switch (this.parser.peek()) {
			case '.' -> parseDot();
			case '\\' -> parseEscape();
			default -> parseClass();
		};
		return new Symbol(characters, start, this.parser.position());
	}

	private CharacterSet parseDot() {
		this.parser.next();
		return CharacterSet.ALL;
	}

	private CharacterSet parseEscape() {
		CharacterSet shorthand = shorthand(this.parser.peek(1));
		if (shorthand == null) {
			return CharacterSet.of(parseEscapedCharacter());
		}
		this.parser.next();
		this.parser.next();
		return shorthand;
	}

	private static @Nullable CharacterSet shorthand(char c) {
		return switch (c) {
			case 'd' -> CharacterSet.DIGITS;
			case 'D' -> CharacterSet.DIGITS.complement();
			case 'w' -> CharacterSet.WORD;
			case 'W' -> CharacterSet.WORD.complement();
			default -> null;
		};
	}

	private char parseEscapedCharacter() {
		int start = this.parser.position();
		char c = this.parser.peek(1);
		if (c == RegexParser.END) {
			throw this.parser.fault(start, "There is nothing after the backslash.");
		}
		if (Character.isLetterOrDigit(c)) {
			throw UnsupportedSyntax.unknownEscape(this.parser, c);
		}
		this.parser.next();
		return this.parser.next();
	}

	private CharacterSet parseClass() {
		int start = this.parser.position();
		this.parser.skip("[");
		boolean negated = this.parser.skip("^");
		if (this.parser.peek() == ']') {
			throw this.parser.fault(start, "This character class is empty; write \\] for a bracket.");
		}
		CharacterSet characters = CharacterSet.NONE;
		while (!this.parser.skip("]")) {
			if (this.parser.atEnd()) {
				throw this.parser.fault(start, "This character class is not closed.");
			}
			characters = characters.union(parseClassItem());
		}
		return negated ? characters.complement() : characters;
	}

	private CharacterSet parseClassItem() {
		UnsupportedSyntax.checkClassItem(this.parser);
		int start = this.parser.position();
		if (this.parser.peek() == '\\' && shorthand(this.parser.peek(1)) != null) {
			return parseEscape();
		}
		char first = parseClassCharacter();
		if (this.parser.peek() != '-' || this.parser.peek(1) == ']' || this.parser.peek(1) == RegexParser.END) {
			return CharacterSet.of(first);
		}
		this.parser.skip("-");
		UnsupportedSyntax.checkClassItem(this.parser);
		if (this.parser.peek() == '\\' && shorthand(this.parser.peek(1)) != null) {
			throw this.parser.fault(start, "A range ends with a single character; write \\- for a dash.");
		}
		char last = parseClassCharacter();
		if (last < first) {
			throw this.parser.fault(start,
					"The characters of this range are in the wrong order; write \\- for a dash.");
		}
		return CharacterSet.range(first, last);
	}

	private char parseClassCharacter() {
		return (this.parser.peek() == '\\') ? parseEscapedCharacter() : this.parser.next();
	}

}
