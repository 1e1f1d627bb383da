package io.github.corsstarter.origin;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Mends the usual mistakes in a regular expression that no origin matches.
 */
final class MatchableCorrection {

	private static final Pattern QUOTES = Pattern.compile("^[\"'`]+|[\"'`]+$");

	private static final Pattern PATH = Pattern.compile("(?<=[^:/\\\\])(\\\\?/).*");

	private static final Pattern DEFAULT_PORT = Pattern.compile(":(?:80|443)(?![0-9])");

	private static final Pattern WEB_SOCKET = Pattern.compile("^(\\^?\\(?)ws(?=s?\\??[):])");

	private static final List<UnaryOperator<String>> STEPS = List.of((text) -> QUOTES.matcher(text).replaceAll(""),
			(text) -> text.replace("\\\\", "\\"), MatchableCorrection::lowerCase,
			(text) -> WEB_SOCKET.matcher(text).replaceFirst("$1http"), MatchableCorrection::withoutPath,
			(text) -> DEFAULT_PORT.matcher(text).replaceAll(""), MatchableCorrection::withScheme);

	private MatchableCorrection() {
	}

	/**
	 * Correct an expression.
	 * @param regex a regular expression that accepts nothing a browser sends
	 * @return one that accepts something, or {@code null} when the usual changes do not
	 * help
	 */
	static @Nullable String of(String regex) {
		try {
			return of(regex, ProofBudget.ofQuestion());
		}
		catch (AutomatonTooLargeException ex) {
			return null;
		}
	}

	private static @Nullable String of(String regex, ProofBudget budget) {
		for (UnaryOperator<String> step : STEPS) {
			String corrected = step.apply(regex);
			if (!corrected.equals(regex) && isMatchable(corrected, budget)) {
				return corrected;
			}
		}
		String corrected = regex;
		for (UnaryOperator<String> step : STEPS) {
			String next = step.apply(corrected);
			if (!next.equals(corrected) && isMatchable(next, budget)) {
				return next;
			}
			corrected = next;
		}
		return null;
	}

	private static boolean isMatchable(String text, ProofBudget budget) {
		try {
			return OriginSearch.member(OriginAutomaton.of(RegexParser.parse(text), budget), budget) != null;
		}
		catch (OriginSyntaxException ex) {
			return false;
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
		return path.find() ? text.substring(0, path.start()) + (text.endsWith("$") ? "$" : "") : text;
	}

	private static String withScheme(String text) {
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
