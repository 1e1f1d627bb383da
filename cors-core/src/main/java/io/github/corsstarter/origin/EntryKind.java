package io.github.corsstarter.origin;

/**
 * The kinds of entries of an allowlist, each of which has a list and a syntax of its own.
 */
public enum EntryKind {

	/** An entry of {@code allowed-origins}. */
	EXACT("allowed-origins"),

	/** An entry of {@code allowed-origin-patterns}. */
	PATTERN("allowed-origin-patterns"),

	/** An entry of {@code allowed-origin-regexes}. */
	REGEX("allowed-origin-regexes");

	private final String key;

	EntryKind(String key) {
		this.key = key;
	}

	/**
	 * Return the name of the list.
	 * @return the last segment of its property key
	 */
	public String key() {
		return this.key;
	}

}
