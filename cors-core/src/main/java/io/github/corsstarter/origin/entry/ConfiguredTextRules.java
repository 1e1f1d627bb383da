package io.github.corsstarter.origin.entry;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.advice.EntryProposal;

/**
 * What no configured origin or pattern may contain, whatever its parts: quotes,
 * placeholders, blanks and characters that cannot be seen.
 */
final class ConfiguredTextRules {

	private static final String QUOTES = "\"'`\u2018\u2019\u201C\u201D";

	private static final Pattern BLANK_IN_LIST = Pattern.compile("(?<=[\\[,])\\s+|\\s+(?=[],])");

	private static final Pattern REGULAR_EXPRESSION = Pattern.compile("(?<![:\\\\])\\\\[.dwDW]|[?]://|[()^$]|[.][+]");

	private static final Pattern ANOTHER_ENTRY = Pattern.compile("[,;|](?=[a-zA-Z*]+://)");

	private ConfiguredTextRules() {
	}

	static void check(ConfiguredText text) {
		String value = text.value();
		if (value.isEmpty()) {
			throw text.fault(-1, "The entry is blank.");
		}
		checkPlaceholder(text);
		checkQuotes(text);
		for (int i = 0; i < value.length(); i++) {
			checkVisible(text, i);
		}
		Matcher expression = REGULAR_EXPRESSION.matcher(value);
		if (expression.find()) {
			throw new OriginSyntaxException(value, expression.start(),
					"This looks like a regular expression; move the entry to allowed-origin-regexes.",
					EntryProposal.ofRegex(value, text.allowance().get()));
		}
		Matcher another = ANOTHER_ENTRY.matcher(value);
		if (another.find()) {
			throw text.fault(another.start(), "One entry holds one origin; make each origin an entry of its own.");
		}
	}

	private static void checkPlaceholder(ConfiguredText text) {
		int start = text.value().indexOf("${");
		if (start >= 0) {
			int end = text.value().indexOf('}', start);
			String placeholder = (end < 0) ? text.value().substring(start) : text.value().substring(start, end + 1);
			throw text.fault(start, "The placeholder " + placeholder
					+ " is not resolved: no property or environment variable of that name is set.");
		}
	}

	private static void checkQuotes(ConfiguredText text) {
		String value = text.value();
		for (int i = 0; i < value.length(); i++) {
			if (QUOTES.indexOf(value.charAt(i)) >= 0) {
				throw text.fault(i, "The quotes are part of the value, and no origin has any.", withoutQuotes(value));
			}
		}
	}

	private static String withoutQuotes(String value) {
		StringBuilder unquoted = new StringBuilder();
		value.chars().filter((c) -> QUOTES.indexOf(c) < 0).forEach((c) -> unquoted.append((char) c));
		return unquoted.toString();
	}

	private static void checkVisible(ConfiguredText text, int position) {
		char c = text.value().charAt(position);
		if (ConfiguredText.isBlank(c)) {
			throw text.fault(position, "There is a blank inside the entry, and no origin has any.",
					BLANK_IN_LIST.matcher(text.value()).replaceAll(""));
		}
		if (isInvisible(c)) {
			throw text.fault(position,
					"There is a character inside the entry that cannot be seen (" + HostLabels.codePoint(c) + ").",
					withoutInvisible(text.value()));
		}
	}

	private static String withoutInvisible(String value) {
		StringBuilder visible = new StringBuilder();
		value.chars().filter((c) -> !isInvisible((char) c)).forEach((c) -> visible.append((char) c));
		return visible.toString();
	}

	private static boolean isInvisible(char c) {
		boolean joiner = c == '\u200C' || c == '\u200D';
		return !joiner && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
	}

}
