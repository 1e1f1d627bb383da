package io.github.corsstarter.origin.advice;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression of which the host begins as it would in a glob, with {@code *}, or
 * as in a list of domains, with a dot; there all names below are meant.
 *
 * @param text the expression as a regular expression says it
 * @param mistakes what was wrong with it, empty when nothing was
 */
record WildcardNotation(String text, List<String> mistakes) {

	private static final Pattern NOTATION = Pattern.compile("(?<=://|:\\\\/\\\\/)(?:(\\*)|\\\\?\\.(?=[a-zA-Z0-9]))");

	static WildcardNotation of(String regex) {
		Matcher notation = NOTATION.matcher(regex);
		String text = notation
			.replaceAll((found) -> Matcher.quoteReplacement((found.group(1) != null) ? ".*" : ".*\\."));
		return new WildcardNotation(text,
				notation.reset().results().map((found) -> mistake(found.group(1) != null)).toList());
	}

	private static String mistake(boolean star) {
		return star ? "The * repeats the slash before it; any characters are .* in a regular expression."
				: "The host begins with a dot; all subdomains are .*\\. in a regular expression.";
	}

}
