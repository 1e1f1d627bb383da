package io.github.corsstarter.origin;

/**
 * The kinds of entries of an allowlist, each of which has a list and a syntax of its own.
 */
public enum EntryKind {

	/** An entry of {@code allowed-origins}. */
	EXACT,

	/** An entry of {@code allowed-origin-patterns}. */
	PATTERN,

	/** An entry of {@code allowed-origin-regexes}. */
	REGEX

}
