package io.github.corsstarter.origin.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.github.corsstarter.origin.Ipv6Address;
import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.advice.RegexEdits.Edit;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.WorkLimit;
import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.origin.proof.WrittenScheme;
import io.github.corsstarter.origin.regex.RegexParser;
import org.jspecify.annotations.Nullable;

/**
 * Fixes the usual mistakes in a regular expression that no origin matches. What is looked
 * for is looked for in the {@link Outline} of each alternative.
 */
final class MatchableRewrites {

	private static final Pattern PATH = Pattern.compile("(?<=[^:/])/");

	private static final Pattern NAME = Pattern.compile("[." + Outline.DOT + "][a-zA-Z]");

	/** A class that would be the brackets of an address. */
	private static final Pattern CLASS = Pattern.compile("(?<=/)" + Outline.CLASS + "(?=:|$)");

	/** A label with a character beyond ASCII. */
	private static final Pattern INTERNATIONAL = Pattern.compile("(?<=[/." + Outline.DOT
			+ "])(?=[a-zA-Z0-9-]*[\\p{L}\\p{M}\\p{N}&&[^\\x00-\\x7F]])[\\p{L}\\p{M}\\p{N}-]+(?=$|[:/." + Outline.DOT
			+ "])");

	private static final List<UnaryOperator<String>> STEPS = List.of(replace("^[\"'`]+|[\"'`]+$", ""),
			(text) -> text.replace("\\\\", "\\"),
			replace("(?<=[^:/])/(?=" + Outline.DOT + "(?!well-known)[a-zA-Z0-9" + Outline.CLASS + "])", "\\"),
			MatchableRewrites::lowerCase, replace("^ws(?=s?[:" + Outline.DOT + Outline.DOTS + "])", "http"),
			replace("(?<=^https?):?/+", "://"), inEachAlternative(MatchableRewrites::withoutPath),
			replace(":(?:80|443)(?![0-9" + Outline.CLASS + "])", ""),
			replace("[." + Outline.DOT + "](?=$|:[0-9" + Outline.CLASS + "])", ""),
			inEachAlternative(MatchableRewrites::address),
			inEachAlternative((outline) -> outline.replace(INTERNATIONAL, MatchableRewrites::ascii)),
			(text) -> WildcardNotation.of(text).text(), MatchableRewrites::withScheme);

	private MatchableRewrites() {
	}

	/**
	 * Correct an expression that accepts nothing a browser sends, if the usual changes
	 * help. Fails when a change makes it something else than a regular expression.
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
		if (proposal == null || alternatives(proposal).size() == 1) {
			return proposal;
		}
		for (Expression alternative : alternatives(proposal)) {
			if (WrittenScheme.member(alternative, Automaton.of(alternative, limit), limit) == null) {
				return null;
			}
		}
		return proposal;
	}

	private static List<Expression> alternatives(String text) {
		return Expression.alternatives(RegexParser.parse(text));
	}

	private static UnaryOperator<String> replace(String regex, String replacement) {
		Pattern pattern = Pattern.compile(regex);
		return inEachAlternative((outline) -> outline.replace(pattern, (written) -> replacement));
	}

	private static UnaryOperator<String> inEachAlternative(Function<Outline, List<Edit>> step) {
		return (text) -> {
			List<Edit> edits = new ArrayList<>();
			alternatives(text).forEach((alternative) -> edits.addAll(step.apply(new Outline(text, alternative))));
			return Edit.apply(edits, text);
		};
	}

	/** What stands after a backslash keeps its case, because it may be a class. */
	private static String lowerCase(String text) {
		StringBuilder lowerCase = new StringBuilder(text.toLowerCase(Locale.ROOT));
		for (int i = text.indexOf('\\'); i >= 0 && i + 1 < text.length(); i = text.indexOf('\\', i + 2)) {
			lowerCase.setCharAt(i + 1, text.charAt(i + 1));
		}
		return lowerCase.toString();
	}

	/** Where the only dots are behind the slash, the slash is a slip of the pen. */
	private static List<Edit> withoutPath(Outline outline) {
		String origin = outline.toString();
		int slash = PATH.matcher(origin).results().map(MatchResult::start).findFirst().orElse(0);
		boolean host = origin.chars().limit(slash).anyMatch((c) -> isDot(c) || c == Outline.CLASS);
		return (host || !NAME.matcher(origin.substring(slash)).find()) ? outline.cut(PATH) : List.of();
	}

	private static boolean isDot(int c) {
		return c == '.' || c == Outline.DOT || c == Outline.DOTS;
	}

	private static List<Edit> address(Outline outline) {
		return outline.replace(CLASS, (written) -> {
			String address = written.substring(1, Math.max(1, written.length() - 1));
			return (Ipv6Address.canonicalize(address) != null) ? "\\[" + address + "\\]" : written;
		});
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
		List<Expression> alternatives = alternatives(text);
		List<Edit> edits = new ArrayList<>();
		for (Expression alternative : alternatives) {
			String origin = new Outline(text, alternative).toString();
			int start = alternative.start();
			if (origin.startsWith("//") || origin.startsWith("://")) {
				// What is in a group may be the beginning of one alternative only
				String scheme = origin.startsWith(":") ? "https" : "https:";
				edits.add(new Edit(start, start, (text.charAt(start) != '(') ? scheme : ""));
			}
			else if (!origin.contains("://")
					&& (origin.startsWith("localhost") || origin.chars().anyMatch(MatchableRewrites::isDot))) {
				String scheme = origin.startsWith("localhost") ? "http://" : "https://";
				edits.add(new Edit((alternatives.size() > 1) ? start : 0, start,
						text.startsWith("\\.", start) ? scheme + ".*" : scheme));
			}
		}
		return Edit.apply(edits, text);
	}

}
