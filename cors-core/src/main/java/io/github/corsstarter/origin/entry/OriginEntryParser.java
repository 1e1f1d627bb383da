package io.github.corsstarter.origin.entry;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.automaton.WorkLimit;
import io.github.corsstarter.origin.automaton.WorkLimits;

/**
 * Parses entries of each kind.
 */
public final class OriginEntryParser {

	private OriginEntryParser() {
	}

	/**
	 * Parse and normalise an entry.
	 * @param kind which list the entry stands in
	 * @param text the entry as configured
	 * @return the entry, {@link AnyOrigin} for the plain {@code *} of
	 * {@code allowed-origins} and {@code allowed-origin-patterns}
	 * @throws OriginSyntaxException if the text is no entry of that kind
	 */
	public static OriginEntry parse(EntryKind kind, String text) {
		return parse(kind, text, new WorkLimits().automaton());
	}

	/**
	 * Parse and normalise an entry within a limit.
	 * @param kind which list the entry stands in
	 * @param text the entry as configured
	 * @param limit the work that may go into its automaton
	 * @return the entry, {@link AnyOrigin} for the plain {@code *} of
	 * {@code allowed-origins} and {@code allowed-origin-patterns}
	 * @throws OriginSyntaxException if the text is no entry of that kind
	 */
	public static OriginEntry parse(EntryKind kind, String text, WorkLimit limit) {
		if (kind != EntryKind.REGEX && AnyOrigin.TEXT.equals(text)) {
			return AnyOrigin.INSTANCE;
		}
		if (kind == EntryKind.EXACT) {
			return ExactOrigin.parse(text);
		}
		return (kind == EntryKind.PATTERN) ? OriginPattern.parse(text, limit) : OriginRegex.parse(text, limit);
	}

}
