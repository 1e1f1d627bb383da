package io.github.corsstarter.origin.regex;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.corsstarter.origin.OriginSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Recognises what other regular expression engines know and this one refuses, and says
 * how to write it. The corrections are what the entry would be without the construct;
 * whether that is right is checked by the caller.
 */
final class UnsupportedSyntax {

	private static final Pattern DELIMITED = Pattern.compile("([/#~@])(.+)\\1[a-zA-Z]*");

	private static final Pattern RAW_STRING = Pattern.compile("[rRbBfFuU]{1,2}([\"'])(.+)\\1");

	private static final Pattern INLINE_FLAGS = Pattern.compile("\\(\\?[a-zA-Z]*(?:-[a-zA-Z]+)?([:)])");

	private static final Pattern NAMED_GROUP = Pattern.compile("\\(\\?P?(?:<[A-Za-z_][A-Za-z0-9_]*>|'[A-Za-z0-9_]+')");

	private static final Pattern POSIX_CLASS = Pattern.compile("\\[([:.=])\\^?[a-zA-Z]*\\1\\]");

	private UnsupportedSyntax() {
	}

	/** Refuse the notations that surround an expression elsewhere. */
	static void checkNotation(RegexParser parser, String value) {
		int placeholder = value.indexOf("${");
		if (placeholder >= 0) {
			int end = value.indexOf('}', placeholder);
			throw parser.fault(placeholder,
					"The placeholder " + value.substring(placeholder, (end < 0) ? value.length() : end + 1)
							+ " is not resolved: no property or environment variable of that name is set.");
		}
		Matcher delimited = DELIMITED.matcher(value);
		if (delimited.matches()) {
			throw parser.fault(0, "The expression stands without delimiters around it and without flags.",
					delimited.group(2));
		}
		Matcher raw = RAW_STRING.matcher(value);
		if (raw.matches()) {
			throw parser.fault(0, "The expression stands without the quotes of a programming language.", raw.group(2));
		}
	}

	static OriginSyntaxException nothingToRepeat(RegexParser parser, char c) {
		int position = parser.position();
		String message = "There is nothing before '" + c + "' that it could repeat";
		if (c != '*') {
			return parser.fault(position, message + ".");
		}
		boolean subdomains = position <= 1 && (parser.peek(1) == '.' || parser.peek(1) == '\\');
		return parser.fault(position, message + "; any characters are .* in a regular expression.",
				parser.replaced(position, position, subdomains ? "https://." : "."));
	}

	static OriginSyntaxException misplacedAnchor(RegexParser parser, char c) {
		int position = parser.position();
		return parser.fault(position, "An anchor stands only at the very " + ((c == '^') ? "start" : "end")
				+ " of the expression or of one of its outermost alternatives; the whole origin is always matched, "
				+ "so leave the '" + c + "' out.", parser.replaced(position, position + 1, ""));
	}

	static void checkSingleQuantifier(RegexParser parser, int first) {
		int position = parser.position();
		String quantifier = parser.substring(first, position);
		char c = parser.peek();
		String without = parser.replaced(position, Math.min(position + 1, parser.length()), "");
		if (c == '?') {
			throw parser.fault(position,
					"Lazy quantifiers are not supported, and which origins match does not depend on "
							+ "them; write plain " + quantifier + ".",
					without);
		}
		if (c == '+') {
			throw parser.fault(position, "Possessive quantifiers are not supported; write plain " + quantifier + ".",
					without);
		}
		if (c == '*' || c == '{') {
			throw parser.fault(position,
					"There are two quantifiers in a row; put the first part in parentheses, or leave " + "one out.");
		}
	}

	static OriginSyntaxException unknownGroup(RegexParser parser, int start) {
		String rest = parser.substring(start, parser.length());
		if (rest.startsWith("(?=") || rest.startsWith("(?!") || rest.startsWith("(?<=") || rest.startsWith("(?<!")) {
			String name = (rest.charAt(2) == '<') ? "Look-behind" : "Look-ahead";
			return parser.fault(start,
					name + " is not supported; list the alternatives that are meant, as in (app|api).");
		}
		if (rest.startsWith("(?>")) {
			return parser.fault(start, "Atomic groups are not supported; write a plain group ( ).",
					parser.replaced(start, start + 3, "(?:"));
		}
		Matcher named = NAMED_GROUP.matcher(rest);
		if (named.lookingAt()) {
			return parser.fault(start, "Named groups are not supported; write a plain group ( ).",
					parser.replaced(start, start + named.end(), "("));
		}
		Matcher flags = INLINE_FLAGS.matcher(rest);
		if (flags.lookingAt()) {
			boolean group = flags.group(1).equals(":");
			return parser.fault(start,
					"Inline flags are not supported; origins are lower case already, so leave the "
							+ "flags out and write lower case.",
					parser.replaced(start, start + flags.end(), group ? "(?:" : ""));
		}
		return parser.fault(start, "This kind of group is not supported; write a plain group ( ).");
	}

	static OriginSyntaxException unknownEscape(RegexParser parser, char c) {
		int position = parser.position();
		String escape = "\\" + c;
		return switch (c) {
			case 's', 'S', 'h', 'H', 'v', 'V', 'R', 'n', 'r', 't', 'f' -> parser.fault(position,
					escape + " is about white space, and no origin has any; name the characters that are meant.");
			case 'b',
					'B' ->
				parser.fault(position,
						escape + " is not supported; the whole origin is always matched, so leave it out.",
						without(parser));
			case 'A', 'z', 'Z',
					'G' ->
				parser.fault(position,
						"Anchors are not needed: the whole origin is always matched, so leave " + escape + " out.",
						without(parser));
			case '1', '2', '3', '4', '5', '6', '7', '8', '9', 'k', 'g' -> parser.fault(position,
					"Back-references are not supported; list the alternatives that are meant, as in (app|api).");
			case 'p', 'P' -> parser.fault(position, "Unicode classes are not supported; write [a-z] or [a-z0-9].");
			case 'Q', 'E' -> parser.fault(position,
					"Quoting with \\Q and \\E is not supported; put a backslash before each '.' instead.");
			case 'x', 'u', '0', 'c', 'N' ->
				parser.fault(position, "Characters are not written by their code; write the character itself.");
			default -> parser.fault(position,
					"The escape " + escape
							+ " is not supported; a backslash stands before a character that is no letter or digit, "
							+ "and in \\d, \\w, \\D and \\W.",
					without(parser, 1));
		};
	}

	private static String without(RegexParser parser) {
		return without(parser, 2);
	}

	private static String without(RegexParser parser, int length) {
		return parser.replaced(parser.position(), parser.position() + length, "");
	}

	static void checkClassItem(RegexParser parser) {
		int position = parser.position();
		if (parser.peek() == '[') {
			String rest = parser.substring(position, parser.length());
			Matcher posix = POSIX_CLASS.matcher(rest);
			if (posix.lookingAt()) {
				String correction = posixEquivalent(posix.group());
				throw parser.fault(position, "POSIX classes are not supported; write [a-z] or [a-z0-9].",
						(correction != null) ? parser.replaced(position, position + posix.end(), correction) : null);
			}
			throw parser.fault(position, "Character classes are not nested; write \\[ for a bracket.",
					parser.replaced(position, position, "\\"));
		}
		if (parser.startsWith("&&")) {
			throw parser.fault(position,
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
