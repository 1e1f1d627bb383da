package io.github.corsstarter.policy;

import io.github.corsstarter.origin.Origin;

/**
 * The lists of origins that a policy has.
 */
public enum OriginList {

	/** Exact origins. */
	EXACT("allowed-origins"),

	/** Origin patterns. */
	PATTERN("allowed-origin-patterns"),

	/** Regular expressions of whole origins. */
	REGEX("allowed-origin-regexes");

	private final String key;

	OriginList(String key) {
		this.key = key;
	}

	/**
	 * Return the last segment of the key.
	 * @return words joined by dashes
	 */
	public String key() {
		return this.key;
	}

}
