package io.github.corsstarter.validation.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

import io.github.corsstarter.policy.text.EditDistance;
import org.jspecify.annotations.Nullable;

/**
 * Tells which words are probably meant by a word. Words are compared in their uniform
 * form, letters and digits in lower case, as Spring Boot compares property names.
 */
final class Nearness {

	/**
	 * The distance of words that are not taken for one another.
	 */
	static final int FAR = Integer.MAX_VALUE;

	private static final int MAX_EDITS = 2;

	private Nearness() {
	}

	/**
	 * Return the nearest of some words.
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
	 * Return how far two words are apart.
	 * @param word a word as it was written
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
		int edits = Math.min(EditDistance.between(left, right),
				Math.max(1, EditDistance.between(singular(left), singular(right))));
		return (edits <= MAX_EDITS && 2 * edits < Math.min(left.length(), right.length())) ? edits : FAR;
	}

	/**
	 * Return the uniform form of a word.
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

}
