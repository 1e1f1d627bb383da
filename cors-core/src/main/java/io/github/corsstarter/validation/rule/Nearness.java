package io.github.corsstarter.validation.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Tells which words are probably meant by a word. Words are compared in their uniform
 * form, letters and digits in lower case, as Spring Boot compares property names.
 */
final class Nearness {

	/**
	 * The distance of words that nobody would take for one another.
	 */
	static final int FAR = Integer.MAX_VALUE;

	private static final int MAX_EDITS = 2;

	private Nearness() {
	}

	/**
	 * Returns the nearest of some words.
	 * @param word a word
	 * @param candidates the words that could be meant
	 * @return the nearest, or {@code null} if none is near
	 */
	static @Nullable String nearest(String word, Collection<String> candidates) {
		return candidates.stream()
			.filter((candidate) -> distance(word, candidate) != FAR)
			.min(Comparator.comparingInt((candidate) -> distance(word, candidate)))
			.orElse(null);
	}

	/**
	 * Returns how far two words are apart.
	 * @param word a word as somebody wrote it
	 * @param known a known word
	 * @return 0 for words that are the same in uniform form, then the number of edits, at
	 * most two and on fewer than half the letters, whereby the ending of a plural counts
	 * only if nothing else differs; else {@link #FAR}
	 */
	static int distance(String word, String known) {
		String left = uniform(word);
		String right = uniform(known);
		if (left.equals(right)) {
			return 0;
		}
		int edits = Math.min(edits(left, right), Math.max(1, edits(singular(left), singular(right))));
		return (edits <= MAX_EDITS && 2 * edits < Math.min(left.length(), right.length())) ? edits : FAR;
	}

	/**
	 * Returns the uniform form of a word.
	 * @param word a word
	 * @return its letters and digits in lower case
	 */
	static String uniform(String word) {
		StringBuilder uniform = new StringBuilder(word.length());
		word.toLowerCase(Locale.ROOT).codePoints().filter(Character::isLetterOrDigit).forEach(uniform::appendCodePoint);
		return uniform.toString();
	}

	private static String singular(String word) {
		if (word.endsWith("ies")) {
			return word.substring(0, word.length() - 3) + "y";
		}
		return word.replaceFirst("e?s$", "");
	}

	/**
	 * Counts insertions, deletions, substitutions and transpositions of neighbours.
	 */
	private static int edits(String left, String right) {
		int[][] edits = new int[left.length() + 1][right.length() + 1];
		for (int i = 0; i <= left.length(); i++) {
			for (int j = 0; j <= right.length(); j++) {
				edits[i][j] = (i == 0 || j == 0) ? i + j : edits(edits, left, right, i, j);
			}
		}
		return edits[left.length()][right.length()];
	}

	private static int edits(int[][] edits, String left, String right, int i, int j) {
		int substitution = (left.charAt(i - 1) == right.charAt(j - 1)) ? 0 : 1;
		int least = Math.min(edits[i - 1][j - 1] + substitution, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
		boolean transposed = i > 1 && j > 1 && left.charAt(i - 1) == right.charAt(j - 2)
				&& left.charAt(i - 2) == right.charAt(j - 1);
		return transposed ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
	}

}
