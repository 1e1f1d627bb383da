package io.github.corsstarter.origin;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What {@link java.util.regex} says of a text. It backtracks, and gives no opinion where
 * that would take ages.
 */
public final class SecondOpinion {

	private static final int STEPS = 200_000;

	private SecondOpinion() {
	}

	/**
	 * Asks for an opinion.
	 * @param pattern a regular expression
	 * @param text a text
	 * @return whether the whole text matches, or {@code null} without an opinion
	 */
	public static @Nullable Boolean matches(Pattern pattern, String text) {
		try {
			return pattern.matcher(new Budget(text)).matches();
		}
		catch (ExhaustedException ex) {
			return null;
		}
	}

	/**
	 * A text that can be looked at for so long only.
	 */
	private static final class Budget implements CharSequence {

		private final String text;

		private int steps;

		Budget(String text) {
			this.text = text;
		}

		@Override
		public int length() {
			return this.text.length();
		}

		@Override
		public char charAt(int index) {
			if (++this.steps > STEPS) {
				throw new ExhaustedException();
			}
			return this.text.charAt(index);
		}

		@Override
		public CharSequence subSequence(int start, int end) {
			return this.text.subSequence(start, end);
		}

		@Override
		public String toString() {
			return this.text;
		}

	}

	/**
	 * The budget is exhausted.
	 */
	private static final class ExhaustedException extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
