package io.github.corsstarter.benchmark;

/**
 * Entries of policies, each for an origin of somebody's own.
 */
public final class Entries {

	private Entries() {
	}

	/**
	 * Make an exact origin.
	 * @param number says which
	 * @return the entry
	 */
	public static String exact(int number) {
		return "https://app-%06d.example.com".formatted(number);
	}

	/**
	 * Make a regular expression as it is written for previews.
	 * @param number says which
	 * @return the entry
	 */
	public static String regex(int number) {
		return "https://(pr-\\d+|preview)\\.team-%04d\\.example\\.com".formatted(number);
	}

}
