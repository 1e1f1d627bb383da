package io.github.corsstarter.origin.entry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.automaton.WorkLimits;
import io.github.corsstarter.origin.regex.RegexParser;

/**
 * Parses and normalises the entries of one configuration. It has the limits of the work
 * that may go into all of them, and passes them on to what is proven about them. An
 * expression that is written in several places takes its work once. Safe to be shared
 * between threads.
 */
public final class OriginEntryParser {

	private final WorkLimits limits = new WorkLimits();

	private final Map<String, OriginPattern> patterns = new ConcurrentHashMap<>();

	private final Map<String, OriginRegex> regexes = new ConcurrentHashMap<>();

	/**
	 * Normalise an entry without making its automaton, of which nobody knows then whether
	 * it is too large.
	 * @param kind which list the entry stands in
	 * @param text the entry as configured
	 * @return the text of the entry as it would be parsed
	 * @throws OriginSyntaxException if the text is no entry of that kind
	 */
	public static String normalize(EntryKind kind, String text) {
		if (kind == EntryKind.REGEX) {
			String regex = text.strip();
			RegexParser.parse(regex);
			return regex;
		}
		if (AnyOrigin.TEXT.equals(text)) {
			return text;
		}
		return ((kind == EntryKind.EXACT) ? ExactOrigin.parse(text) : OriginPatternParser.parse(text)).toString();
	}

	/**
	 * Parse an entry.
	 * @param kind which list the entry stands in
	 * @param text the entry as configured
	 * @return the entry, {@link AnyOrigin} for the plain {@code *} of
	 * {@code allowed-origins} and {@code allowed-origin-patterns}
	 * @throws OriginSyntaxException if the text is no entry of that kind
	 */
	public OriginEntry parse(EntryKind kind, String text) {
		if (kind != EntryKind.REGEX && AnyOrigin.TEXT.equals(text)) {
			return AnyOrigin.INSTANCE;
		}
		if (kind == EntryKind.EXACT) {
			return ExactOrigin.parse(text);
		}
		return (kind == EntryKind.PATTERN) ? pattern(text) : regex(text);
	}

	/**
	 * Parse a pattern.
	 * @param text an entry of {@code allowed-origin-patterns} other than plain {@code *}
	 * @return the pattern
	 * @throws OriginSyntaxException if the text is no pattern, has wildcards in so many
	 * labels that its automaton would have more than 20&nbsp;000 states, or if too little
	 * work is left to tell
	 */
	public OriginPattern pattern(String text) {
		return this.patterns.computeIfAbsent(text,
				(pattern) -> OriginPatternParser.parse(pattern, this.limits.automaton()));
	}

	/**
	 * Parse a regular expression.
	 * @param text the expression; blanks around it are dropped
	 * @return the regular expression
	 * @throws OriginSyntaxException when something in it is not supported, when its
	 * deterministic automaton would have more than 20&nbsp;000 states, or when too little
	 * work is left to make it
	 */
	public OriginRegex regex(String text) {
		return this.regexes.computeIfAbsent(text.strip(), (regex) -> new OriginRegex(regex, this.limits.automaton()));
	}

	/**
	 * Return the limits of the work that goes into the entries. Internal: only packages
	 * below {@code io.github.corsstarter.origin} may use them.
	 * @return the limits of the configuration
	 */
	public WorkLimits limits() {
		return this.limits;
	}

}
