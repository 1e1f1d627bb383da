package io.github.corsstarter.origin;

import java.util.random.RandomGenerator;

/**
 * Makes random regular expressions of the subset, origins that they could match, and
 * garbage near them.
 */
public final class RandomRegexes {

	private static final String[] SYMBOLS = { "a", "b", "1", "-", "_", "\\.", "\\.", ".", "[a-c]", "[^a.]", "[\\w-]",
			"\\d", "\\w", "\\D", "\\W", "[.:]", "[^\\d]", "com", "example", ":", "\\/" };

	private static final String[] QUANTIFIERS = { "", "", "", "?", "*", "+", "{2}", "{1,3}", "{0,2}", "{2,}" };

	private static final String[] STARTS = { "https://", "https?://", "^https://", "(http|https)://", "", ".*",
			"[^/]+//" };

	private static final String[] ENDS = { "", "", "$", "\\.com", "\\.example\\.com", "(:\\d+)?", ":8443", ".*" };

	private static final String GARBAGE = "()[]{}|?*+.^$\\-:&,=!<>#/'ab019dwsipPQ \u00FC";

	private static final String TEXT = "aabbc11-_..:com/";

	private final RandomGenerator random;

	public RandomRegexes(RandomGenerator random) {
		this.random = random;
	}

	/**
	 * Make a regular expression.
	 * @return an expression that is in the subset
	 */
	public String regex() {
		return pick(STARTS) + sequence(2) + pick(ENDS);
	}

	private String alternatives(int depth) {
		StringBuilder alternatives = new StringBuilder(sequence(depth));
		for (int i = this.random.nextInt(3); i > 0; i--) {
			alternatives.append('|').append((this.random.nextInt(6) == 0) ? "" : sequence(depth));
		}
		return alternatives.toString();
	}

	private String sequence(int depth) {
		StringBuilder sequence = new StringBuilder();
		for (int i = this.random.nextInt(3); i >= 0; i--) {
			boolean group = depth > 0 && this.random.nextInt(4) == 0;
			String part = group ? (this.random.nextBoolean() ? "(" : "(?:") + alternatives(depth - 1) + ")"
					: pick(SYMBOLS);
			sequence.append((part.length() > 4 && !group && part.charAt(0) != '[') ? part : part + pick(QUANTIFIERS));
		}
		return sequence.toString();
	}

	/**
	 * Make an origin of the characters that the expressions are about.
	 * @return what is often a well-formed origin
	 */
	public String origin() {
		StringBuilder origin = new StringBuilder((this.random.nextInt(4) == 0) ? "http://" : "https://");
		for (int i = this.random.nextInt(1, 12); i > 0; i--) {
			origin.append(TEXT.charAt(this.random.nextInt(TEXT.length())));
		}
		return origin.append(pick(new String[] { "", "", ".com", ".example.com", ":8443", ":81", "a" })).toString();
	}

	/**
	 * Make what a regular expression parser has to survive.
	 * @return any text
	 */
	public String garbage() {
		StringBuilder garbage = new StringBuilder(this.random.nextBoolean() ? regex() : "");
		for (int i = this.random.nextInt(1, 30); i > 0; i--) {
			int position = this.random.nextInt(garbage.length() + 1);
			garbage.insert(position, (this.random.nextInt(8) == 0) ? pick(QUANTIFIERS)
					: String.valueOf(GARBAGE.charAt(this.random.nextInt(GARBAGE.length()))));
		}
		return garbage.toString();
	}

	private String pick(String[] values) {
		return values[this.random.nextInt(values.length)];
	}

}
