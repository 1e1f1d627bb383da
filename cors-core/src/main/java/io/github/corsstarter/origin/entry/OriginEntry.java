package io.github.corsstarter.origin.entry;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.WorkLimit;
import io.github.corsstarter.origin.automaton.WorkLimits;

/**
 * One entry of an allowlist, strictly parsed and normalised. Immutable; two entries are
 * equal when they are of one kind and have the same normalised text.
 */
public sealed interface OriginEntry permits AnyOrigin, ExactOrigin, OriginPattern, OriginRegex {

	/**
	 * Parse and normalise an entry.
	 * @param kind which list the entry stands in
	 * @param text the entry as configured
	 * @return the entry, {@link AnyOrigin} for the plain {@code *} of
	 * {@code allowed-origins} and {@code allowed-origin-patterns}
	 * @throws OriginSyntaxException if the text is no entry of that kind
	 */
	static OriginEntry parse(EntryKind kind, String text) {
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
	static OriginEntry parse(EntryKind kind, String text, WorkLimit limit) {
		if (kind != EntryKind.REGEX && AnyOrigin.TEXT.equals(text)) {
			return AnyOrigin.INSTANCE;
		}
		return switch (kind) {
			case EXACT -> ExactOrigin.parse(text);
			case PATTERN -> OriginPattern.parse(text, limit);
			case REGEX -> OriginRegex.parse(text, limit);
		};
	}

	/**
	 * Return whether the entry accepts an origin. Never throws.
	 * @param origin the value of an {@code Origin} header
	 * @return whether it is accepted; {@code false} for a malformed origin, and for
	 * {@code null} unless this is the exact origin {@code null}
	 */
	boolean matches(String origin);

	/**
	 * Return what the entry accepts, for proofs.
	 * @return an expression that may also accept texts that are no origins
	 */
	Expression expression();

	/**
	 * Return the normalised text, which parses to an equal entry.
	 * @return the entry as it is matched
	 */
	@Override
	String toString();

}
