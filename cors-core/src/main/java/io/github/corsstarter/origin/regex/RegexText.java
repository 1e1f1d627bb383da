package io.github.corsstarter.origin.regex;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.OriginSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The text of a regular expression, and how far it has been read.
 */
final class RegexText {

	/**
	 * Answer of {@link #peek()} at the end of the text; no regular expression contains
	 * it.
	 */
	static final char END = '\uFFFF';

	private final String value;

	private int position;

	RegexText(String value) {
		this.value = value;
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

	int indexOf(char c) {
		return this.value.indexOf(c, this.position);
	}

	String substring(int start, int end) {
		return this.value.substring(start, end);
	}

	/**
	 * Return the text with a part of it replaced.
	 * @param start where the part begins
	 * @param end where the part ends
	 * @param replacement what to write instead
	 * @return a whole regular expression
	 */
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
