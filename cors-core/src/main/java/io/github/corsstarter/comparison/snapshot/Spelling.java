package io.github.corsstarter.comparison.snapshot;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import io.github.corsstarter.comparison.path.PathPattern;
import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import io.github.corsstarter.policy.fetch.FetchMethod;
import io.github.corsstarter.policy.fetch.HttpToken;

/**
 * The normalised spelling of what a policy consists of. Each method throws an
 * {@link IllegalArgumentException} that says why for a text that no policy can have. How
 * much work an entry takes is not looked at, so that whatever an application takes can be
 * read.
 */
final class Spelling {

	private Spelling() {
	}

	static String ofPath(String text) {
		return PathPattern.parse(text).toString();
	}

	static String ofOrigin(String text) {
		return OriginEntryParser.normalize(EntryKind.EXACT, text);
	}

	static String ofOriginPattern(String text) {
		return OriginEntryParser.normalize(EntryKind.PATTERN, text);
	}

	static String ofOriginRegex(String text) {
		return OriginEntryParser.normalize(EntryKind.REGEX, text);
	}

	/**
	 * Return a value of which it is not known what it is. If it is no origin and no
	 * pattern, it stays as it is.
	 */
	static String ofWaivedValue(String text) {
		for (UnaryOperator<String> spelling : List.<UnaryOperator<String>>of(Spelling::ofOrigin,
				Spelling::ofOriginPattern)) {
			try {
				return spelling.apply(text);
			}
			catch (IllegalArgumentException ex) {
				// Perhaps something else
			}
		}
		return text;
	}

	/**
	 * Return a path as it stands in patterns that begin with it.
	 */
	static String ofReservedPath(String text) {
		String literal = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
		if (literal.isEmpty()) {
			throw new IllegalArgumentException("'" + text + "' reserves nothing.");
		}
		ofPath(literal + "/**");
		return literal;
	}

	static String ofMethod(String text) {
		return FetchMethod.normalize(ofToken(text));
	}

	static String ofHeader(String text) {
		return ofToken(text).toLowerCase(Locale.ROOT);
	}

	private static String ofToken(String text) {
		if (!HttpToken.isToken(text)) {
			throw new IllegalArgumentException("'" + text + "' is not an HTTP token.");
		}
		return text;
	}

}
