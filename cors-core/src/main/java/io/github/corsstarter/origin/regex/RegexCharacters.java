package io.github.corsstarter.origin.regex;

import io.github.corsstarter.origin.automaton.CharacterSet;
import io.github.corsstarter.origin.automaton.Expression.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands for one character in a regular expression: the dot, escapes and
 * character classes.
 */
final class RegexCharacters {

	private final RegexText text;

	RegexCharacters(RegexText text) {
		this.text = text;
	}

	Symbol parse() {
		int start = this.text.position();
		CharacterSet characters = switch (this.text.peek()) {
			case '.' -> parseDot();
			case '\\' -> parseEscape();
			default -> parseClass();
		};
		return new Symbol(characters, start, this.text.position());
	}

	private CharacterSet parseDot() {
		this.text.next();
		return CharacterSet.ALL;
	}

	private CharacterSet parseEscape() {
		CharacterSet shorthand = shorthand(this.text.peek(1));
		if (shorthand == null) {
			return CharacterSet.of(parseEscapedCharacter());
		}
		this.text.next();
		this.text.next();
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
		int start = this.text.position();
		char c = this.text.peek(1);
		if (c == RegexText.END) {
			throw this.text.fault(start, "There is nothing after the backslash.");
		}
		if (Character.isLetterOrDigit(c)) {
			throw UnsupportedSyntax.unknownEscape(this.text, c);
		}
		this.text.next();
		return this.text.next();
	}

	private CharacterSet parseClass() {
		int start = this.text.position();
		this.text.skip("[");
		boolean negated = this.text.skip("^");
		if (this.text.peek() == ']') {
			throw this.text.fault(start, "This character class is empty; write \\] for a bracket.");
		}
		CharacterSet characters = CharacterSet.NONE;
		while (!this.text.skip("]")) {
			if (this.text.atEnd()) {
				throw this.text.fault(start, "This character class is not closed.");
			}
			characters = characters.union(parseClassItem());
		}
		return negated ? characters.complement() : characters;
	}

	private CharacterSet parseClassItem() {
		UnsupportedSyntax.checkClassItem(this.text);
		int start = this.text.position();
		if (this.text.peek() == '\\' && shorthand(this.text.peek(1)) != null) {
			return parseEscape();
		}
		char first = parseClassCharacter();
		if (this.text.peek() != '-' || this.text.peek(1) == ']' || this.text.peek(1) == RegexText.END) {
			return CharacterSet.of(first);
		}
		this.text.skip("-");
		UnsupportedSyntax.checkClassItem(this.text);
		if (this.text.peek() == '\\' && shorthand(this.text.peek(1)) != null) {
			throw this.text.fault(start, "A range ends with a single character; write \\- for a dash.");
		}
		char last = parseClassCharacter();
		if (last < first) {
			throw this.text.fault(start, "The characters of this range are in the wrong order; write \\- for a dash.");
		}
		return CharacterSet.range(first, last);
	}

	private char parseClassCharacter() {
		return (this.text.peek() == '\\') ? parseEscapedCharacter() : this.text.next();
	}

}
