package io.github.corsstarter.origin.advice;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.Expression.Choice;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.automaton.WorkLimit;
import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.origin.proof.WrittenScheme;
import io.github.corsstarter.origin.regex.RegexParser;
import org.jspecify.annotations.Nullable;

/**
 * Fixes the usual mistakes in a regular expression that no origin matches.
 */
final class MatchableRewrites {

	private static final Pattern QUOTES = Pattern.compile("^[\"'`]+|[\"'`]+$");

	private static final Pattern SLASH_FOR_BACKSLASH = Pattern
		.compile("(?<=[^:/\\\\])\\\\?/(?=\\.(?!well-known)[a-zA-Z0-9(\\[])");

	private static final Pattern PATH = Pattern.compile("(?<=[^:/\\\\])\\\\?/[^|()$]*+(?:\\([^()]*+\\)[^|()$]*+)*+");

	private static final Pattern NAME_IN_PATH = Pattern.compile(".*\\.[a-zA-Z].*");

	private static final Pattern DEFAULT_PORT = Pattern.compile(":(?:80|443)(?![0-9])");

	private static final Pattern WEB_SOCKET = Pattern.compile("^(\\^?\\(?)ws(?=s?\\??[):.])");

	private static final Pattern DELIMITER = Pattern.compile("^(\\^?https?\\??):?(?:\\\\?/)++");

	private static final Pattern ONLY_DELIMITER = Pattern.compile("^(\\^?)(:?)\\\\?/\\\\?/(?=[^/])");

	private static final Pattern FINAL_DOT = Pattern.compile("\\\\?\\.(?=\\$?(?:$|\\|)|\\(?:[0-9\\[\\\\])");

	private static final Pattern ADDRESS = Pattern.compile("(?<=/)\\[([0-9a-f:.]*:[0-9a-f:.]*)](?![*+?{])");

	/** A label with a character beyond ASCII. */
	private static final Pattern INTERNATIONAL = Pattern
		.compile("(?<=[/.|(])(?=[a-zA-Z0-9-]*[^\\x00-\\x7F])[\\p{L}\\p{M}\\p{N}-]+(?=$|[\\\\|):./$])");

	private static final List<UnaryOperator<String>> STEPS = List.of((text) -> QUOTES.matcher(text).replaceAll(""),
			(text) -> text.replace("\\\\", "\\"),
			(text) -> SLASH_FOR_BACKSLASH.matcher(text).replaceAll(Matcher.quoteReplacement("\\")),
			MatchableRewrites::lowerCase, inEachAlternative((text) -> WEB_SOCKET.matcher(text).replaceFirst("$1http")),
			inEachAlternative((text) -> DELIMITER.matcher(text).replaceFirst("$1://")),
			inEachAlternative(MatchableRewrites::withoutPath), (text) -> DEFAULT_PORT.matcher(text).replaceAll(""),
			(text) -> FINAL_DOT.matcher(text).replaceAll(""),
			(text) -> ADDRESS.matcher(text).replaceAll("\\\\[$1\\\\]"), MatchableRewrites::punycode,
			(text) -> WildcardNotation.of(text).text(), inEachAlternative(MatchableRewrites::withScheme));

	private MatchableRewrites() {
	}

	/**
	 * Correct an expression.
	 * @param regex a regular expression that accepts nothing a browser sends
	 * @param limit the work that may go into the proofs
	 * @return one that accepts something and may be proposed, or {@code null} when the
	 * usual changes do not help
	 * @throws TooMuchWorkException when the limit does not suffice to tell
	 */
	static @Nullable String of(String regex, WorkLimit limit) {
		for (UnaryOperator<String> step : STEPS) {
			String proposal = proposal(regex, step.apply(regex), limit);
			if (proposal != null) {
				return proposal;
			}
		}
		String corrected = regex;
		for (UnaryOperator<String> step : STEPS) {
			String next = step.apply(corrected);
			String proposal = proposal(corrected, next, limit);
			if (proposal != null) {
				return proposal;
			}
			corrected = next;
		}
		return null;
	}

	/** An alternative that is as dead as before would look as if it were approved. */
	private static @Nullable String proposal(String regex, String corrected, WorkLimit limit) {
		String proposal = corrected.equals(regex) ? null : Advisor.bounded(corrected, limit);
		if (proposal == null || !(RegexParser.parse(proposal) instanceof Choice choice)) {
			return proposal;
		}
		for (Expression alternative : choice.alternatives()) {
			if (WrittenScheme.member(alternative, Automaton.of(alternative, limit), limit) == null) {
				return null;
			}
		}
		return proposal;
	}

	private static UnaryOperator<String> inEachAlternative(UnaryOperator<String> step) {
		return (text) -> {
			StringBuilder changed = new StringBuilder(text);
			List<Expression> alternatives = alternatives(text);
			for (int i = alternatives.size() - 1; i >= 0; i--) {
				int start = alternatives.get(i).start();
				int end = alternatives.get(i).end();
				changed.replace(start, end, step.apply(text.substring(start, end)));
			}
			return alternatives.isEmpty() ? step.apply(text) : changed.toString();
		};
	}

	private static List<Expression> alternatives(String text) {
		try {
			return (RegexParser.parse(text) instanceof Choice choice) ? choice.alternatives() : List.of();
		}
		catch (OriginSyntaxException ex) {
			return List.of();
		}
	}

	/** What stands after a backslash keeps its case, because it may be a class. */
	private static String lowerCase(String text) {
		StringBuilder lowerCase = new StringBuilder(text.toLowerCase(Locale.ROOT));
		for (int i = text.indexOf('\\'); i >= 0 && i + 1 < text.length(); i = text.indexOf('\\', i + 2)) {
			lowerCase.setCharAt(i + 1, text.charAt(i + 1));
		}
		return lowerCase.toString();
	}

	private static String withoutPath(String text) {
		Matcher path = PATH.matcher(text);
		return (path.find() && isPath(text, path)) ? path.replaceAll("") : text;
	}

	/** Where the only dots are behind the slash, the slash is a slip of the pen. */
	private static boolean isPath(String text, Matcher path) {
		return text.lastIndexOf('.', path.start()) >= 0 || !NAME_IN_PATH.matcher(path.group()).matches();
	}

	private static String punycode(String text) {
		return INTERNATIONAL.matcher(text).replaceAll((label) -> Matcher.quoteReplacement(ascii(label.group())));
	}

	private static String ascii(String label) {
		try {
			return ExactOrigin.parse("https://" + label).toString().substring("https://".length());
		}
		catch (OriginSyntaxException ex) {
			return label;
		}
	}

	private static String withScheme(String text) {
		Matcher delimiter = ONLY_DELIMITER.matcher(text);
		if (delimiter.find()) {
			return delimiter.group(1) + "https:" + text.substring(delimiter.end(2));
		}
		if (text.contains("://") || text.contains(":\\/\\/")) {
			return text;
		}
		String host = text.startsWith("^") ? text.substring(1) : text;
		if (host.indexOf('.') < 0 && !host.startsWith("localhost")) {
			return text;
		}
		return (host.startsWith("\\.") ? "https://.*" : host.startsWith("localhost") ? "http://" : "https://") + host;
	}

}
