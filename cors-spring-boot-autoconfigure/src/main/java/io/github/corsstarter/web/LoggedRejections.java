package io.github.corsstarter.web;

import java.util.Locale;

/**
 * Which rejections are logged at INFO. The text of a constant is the word of the
 * property.
 */
public enum LoggedRejections {

	/**
	 * The first of each origin, reason and policy.
	 */
	FIRST,

	/**
	 * Each of them.
	 */
	ALL,

	/**
	 * None of them.
	 */
	OFF;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
