package io.github.corsstarter.policy;

import java.util.Locale;

/**
 * Whether a policy does what it says. The {@link #toString() word} is the same wherever a
 * person meets it.
 */
public enum Enforcement {

	/**
	 * The policy governs its paths.
	 */
	ENFORCE,

	/**
	 * The policy governs nothing: it is decided beside whatever answers, and the two are
	 * compared.
	 */
	REPORT_ONLY;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
