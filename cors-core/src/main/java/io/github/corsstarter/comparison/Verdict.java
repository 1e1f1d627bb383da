package io.github.corsstarter.comparison;

import java.util.Locale;

/**
 * How what is allowed now relates to what was allowed before.
 */
public enum Verdict {

	/** The same is allowed. */
	EQUAL,

	/** Less is allowed, and nothing more. */
	NARROWER,

	/** More is allowed, and nothing less. */
	WIDER,

	/** Some more is allowed, and some less. */
	INCOMPARABLE,

	/** Whether more is allowed could not be told; nothing is known to be wider. */
	CANNOT_TELL;

	/**
	 * Return the word for it, in lower case with dashes.
	 */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
