package io.github.corsstarter.origin.entry;

import io.github.corsstarter.origin.automaton.Expression;

/**
 * One entry of an allowlist, strictly parsed and normalised. Immutable; two entries are
 * equal when they are of one kind and have the same normalised text.
 */
public sealed interface OriginEntry permits AnyOrigin, ExactOrigin, OriginPattern, OriginRegex {

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
