package io.github.corsstarter.origin.entry;

import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.OriginSyntaxException;

/**
 * The text of an exact origin or a pattern, what neither may contain whatever its parts
 * (quotes, placeholders, blanks and characters that cannot be seen), and its syntax
 * errors.
 *
 * @param kind what the entry is
 * @param value the entry without surrounding blanks
 */
record EntryText(EntryKind kind, String value) {

	private static final String QUOTES = "\"'`\u2018\u2019\u201C\u201D";

	private static final Pattern BLANK_IN_LIST = Pattern.compile("(?<=[\\[,])\\s+|\\s+(?=[],])");

	private static final Pattern REGULAR_EXPRESSION = Pattern.compile("(?<![:\\\\])\\\\[.dwDW]|[?]://|[()^$]|[.][+]");

	private static final Pattern ANOTHER_ENTRY = Pattern.compile("[,;|](?=[a-zA-Z*]+://)");

	/** Take the text without the blanks around it, no-break spaces included. */
	static EntryText of(EntryKind kind, String input) {
		int start = 0;
		int end = input.length();
		while (start < end && isBlank(input.charAt(start))) {
			start++;
		}
		while (end > start && isBlank(input.charAt(end - 1))) {
			end--;
		}
		return new EntryText(kind, input.substring(start, end));
	}

	private static boolean isBlank(char c) {
		return Character.isWhitespace(c) || Character.isSpaceChar(c);
	}

	OriginSyntaxException fault(int position, String message) {
		return new OriginSyntaxException(this.value, position, message, null, this.kind);
	}

	OriginSyntaxException fault(int position, String message, String suggestion) {
		return fault(position, message, suggestion, this.kind);
	}

	OriginSyntaxException fault(int position, String message, String suggestion, EntryKind suggestedKind) {
		boolean same = suggestedKind == this.kind && suggestion.equals(this.value);
		return new OriginSyntaxException(this.value, position, message, same ? null : suggestion, suggestedKind);
	}

	/**
	 * Refuse what no origin contains.
	 */
	void check() {
		if (this.value.isEmpty()) {
			throw fault(-1, "The entry is blank.");
		}
		checkPlaceholder();
		for (int i = 0; i < this.value.length(); i++) {
			if (isQuote(this.value.charAt(i))) {
				throw fault(i, "The quotes are part of the value, and no origin has any.", without(EntryText::isQuote));
			}
		}
		for (int i = 0; i < this.value.length(); i++) {
			checkVisible(i);
		}
		Matcher expression = REGULAR_EXPRESSION.matcher(this.value);
		if (expression.find()) {
			throw fault(expression.start(),
					"This looks like a regular expression; move the entry to allowed-origin-regexes.", this.value,
					EntryKind.REGEX);
		}
		Matcher another = ANOTHER_ENTRY.matcher(this.value);
		if (another.find()) {
			throw fault(another.start(), "One entry holds one origin; make each origin an entry of its own.");
		}
	}

	private void checkPlaceholder() {
		int start = this.value.indexOf("${");
		if (start >= 0) {
			int end = this.value.indexOf('}', start);
			String placeholder = (end < 0) ? this.value.substring(start) : this.value.substring(start, end + 1);
			throw fault(start, "The placeholder " + placeholder
					+ " is not resolved: no property or environment variable of that name is set.");
		}
	}

	private void checkVisible(int position) {
		char c = this.value.charAt(position);
		if (isBlank(c)) {
			throw fault(position, "There is a blank inside the entry, and no origin has any.",
					BLANK_IN_LIST.matcher(this.value).replaceAll(""));
		}
		if (isInvisible(c)) {
			throw fault(position,
					"There is a character inside the entry that cannot be seen (" + Host.codePoint(c) + ").",
					without(EntryText::isInvisible));
		}
	}

	private String without(IntPredicate refused) {
		StringBuilder rest = new StringBuilder();
		this.value.chars().filter(refused.negate()).forEach((c) -> rest.append((char) c));
		return rest.toString();
	}

	private static boolean isQuote(int c) {
		return QUOTES.indexOf(c) >= 0;
	}

	private static boolean isInvisible(int c) {
		boolean joiner = c == '\u200C' || c == '\u200D';
		return !joiner && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
	}

}
