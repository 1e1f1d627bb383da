package io.github.corsstarter.origin.regex;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.entry.OriginRegex;
import org.jspecify.annotations.Nullable;

/**
 * Recognises what other regular expression engines know and {@link OriginRegex} refuses,
 * and tells how to write it. The corrections are what the entry would be without the
 * construct; whether that is right is checked by the caller.
 */
final class UnsupportedSyntax {

	private static final Pattern DELIMITED = Pattern.compile("([/#~@])(.+)\\1[a-zA-Z]*");

	private static final Pattern RAW_STRING = Pattern.compile("[rRbBfFuU]{1,2}([\"'])(.+)\\1");

	private static final Pattern INLINE_FLAGS = Pattern.compile("\\(\\?[a-zA-Z]*(?:-[a-zA-Z]+)?([:)])");

	private static final Pattern NAMED_GROUP = Pattern.compile("\\(\\?P?(?:<[A-Za-z_][A-Za-z0-9_]*>|'[A-Za-z0-9_]+')");

	private static final Pattern POSIX_CLASS = Pattern.compile("\\[([:.=])\\^?[a-zA-Z]*\\1\\]");

	private UnsupportedSyntax() {
	}

	/**
	 * Refuse the notations that surround an expression elsewhere.
	 * @param text the text
	 * @param value the whole expression
	 */
	static void checkNotation(RegexText text, String value) {
		int placeholder = value.indexOf("${");
		if (placeholder >= 0) {
			int end = value.indexOf('}', placeholder);
			throw text.fault(placeholder,
					"The placeholder " + value.substring(placeholder, (end < 0) ? value.length() : end + 1)
							+ " is not resolved: no property or environment variable of that name is set.");
		}
		Matcher delimited = DELIMITED.matcher(value);
		if (delimited.matches()) {
			throw text.fault(0, "The expression stands without delimiters around it and without flags.",
					delimited.group(2));
		}
		Matcher raw = RAW_STRING.matcher(value);
		if (raw.matches()) {
			throw text.fault(0, "The expression stands without the quotes of a programming language.", raw.group(2));
		}
	}

	static OriginSyntaxException nothingToRepeat(RegexText text, char c) {
		int position = text.position();
		String message = "There is nothing before '" + c + "' that it could repeat";
		if (c != '*') {
			return text.fault(position, message + ".");
		}
		boolean subdomains = position <= 1 && (text.peek(1) == '.' || text.peek(1) == '\\');
		return text.fault(position, message + "; any characters are .* in a regular expression.",
				text.replaced(position, position, subdomains ? "https://." : "."));
	}

	static OriginSyntaxException misplacedAnchor(RegexText text, char c) {
		int position = text.position();
		return text.fault(position, "An anchor stands only at the very " + ((c == '^') ? "start" : "end")
				+ " of the expression or of one of its outermost alternatives; the whole origin is always matched, "
				+ "so leave the '" + c + "' out.", text.replaced(position, position + 1, ""));
	}

	static void checkSingleQuantifier(RegexText text, int first) {
		int position = text.position();
		String quantifier = text.substring(first, position);
		char c = text.peek();
		String without = text.replaced(position, Math.min(position + 1, text.length()), "");
		if (c == '?') {
			throw text.fault(position, "Lazy quantifiers are not supported, and which origins match does not depend on "
					+ "them; write plain " + quantifier + ".", without);
		}
		if (c == '+') {
			throw text.fault(position, "Possessive quantifiers are not supported; write plain " + quantifier + ".",
					without);
		}
		if (c == '*' || c == '{') {
			throw text.fault(position,
					"There are two quantifiers in a row; put the first part in parentheses, or leave " + "one out.");
		}
	}

	static OriginSyntaxException unknownGroup(RegexText text, int start) {
		String rest = text.substring(start, text.length());
		if (rest.startsWith("(?=") || rest.startsWith("(?!") || rest.startsWith("(?<=") || rest.startsWith("(?<!")) {
			String name = (rest.charAt(2) == '<') ? "Look-behind" : "Look-ahead";
			return text.fault(start,
					name + " is not supported; list the alternatives that are meant, as in (app|api).");
		}
		if (rest.startsWith("(?>")) {
			return text.fault(start, "Atomic groups are not supported; write a plain group ( ).",
					text.replaced(start, start + 3, "(?:"));
		}
		Matcher named = NAMED_GROUP.matcher(rest);
		if (named.lookingAt()) {
			return text.fault(start, "Named groups are not supported; write a plain group ( ).",
					text.replaced(start, start + named.end(), "("));
		}
		Matcher flags = INLINE_FLAGS.matcher(rest);
		if (flags.lookingAt()) {
			boolean group = flags.group(1).equals(":");
			return text.fault(start,
					"Inline flags are not supported; origins are lower case already, so leave the "
							+ "flags out and write lower case.",
					text.replaced(start, start + flags.end(), group ? "(?:" : ""));
		}
		return text.fault(start, "This kind of group is not supported; write a plain group ( ).");
	}

	static OriginSyntaxException unknownEscape(RegexText text, char c) {
		int position = text.position();
		String escape = "\\" + c;
		return switch (c) {
			case 's', 'S', 'h', 'H', 'v', 'V', 'R', 'n', 'r', 't', 'f' -> text.fault(position,
					escape + " is about white space, and no origin has any; name the characters that are meant.");
			case 'b', 'B' -> text.fault(position,
					escape + " is not supported; the whole origin is always matched, so leave it out.", without(text));
			case 'A', 'z', 'Z',
					'G' ->
				text.fault(position,
						"Anchors are not needed: the whole origin is always matched, so leave " + escape + " out.",
						without(text));
			case '1', '2', '3', '4', '5', '6', '7', '8', '9', 'k', 'g' -> text.fault(position,
					"Back-references are not supported; list the alternatives that are meant, as in (app|api).");
			case 'p', 'P' -> text.fault(position, "Unicode classes are not supported; write [a-z] or [a-z0-9].");
			case 'Q', 'E' -> text.fault(position,
					"Quoting with \\Q and \\E is not supported; put a backslash before each '.' instead.");
			case 'x', 'u', '0', 'c', 'N' ->
				text.fault(position, "Characters are not written by their code; write the character itself.");
			default -> text.fault(position,
					"The escape " + escape
							+ " is not supported; a backslash stands before a character that is no letter or digit, "
							+ "and in \\d, \\w, \\D and \\W.",
					without(text, 1));
		};
	}

	private static String without(RegexText text) {
		return without(text, 2);
	}

	private static String without(RegexText text, int length) {
		return text.replaced(text.position(), text.position() + length, "");
	}

	static void checkClassItem(RegexText text) {
		int position = text.position();
		if (text.peek() == '[') {
			String rest = text.substring(position, text.length());
			Matcher posix = POSIX_CLASS.matcher(rest);
			if (posix.lookingAt()) {
				String correction = posixEquivalent(posix.group());
				throw text.fault(position, "POSIX classes are not supported; write [a-z] or [a-z0-9].",
						(correction != null) ? text.replaced(position, position + posix.end(), correction) : null);
			}
			throw text.fault(position, "Character classes are not nested; write \\[ for a bracket.",
					text.replaced(position, position, "\\"));
		}
		if (text.startsWith("&&")) {
			throw text.fault(position,
					"Class intersections are not supported; write the characters that are meant, as in [a-z0-9].");
		}
	}

	private static @Nullable String posixEquivalent(String posixClass) {
		return switch (posixClass) {
			case "[:alpha:]", "[:lower:]" -> "a-z";
			case "[:alnum:]" -> "a-z0-9";
			case "[:digit:]" -> "0-9";
			case "[:xdigit:]" -> "0-9a-f";
			case "[:word:]" -> "a-z0-9_";
			default -> null;
		};
	}

}
