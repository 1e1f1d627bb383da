package io.github.corsstarter.origin.data;

import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;

import io.github.corsstarter.origin.OriginGrammar;

/**
 * Origins, and patterns for all names below a domain, in the order of their texts. No
 * choice of texts slows a lookup down: it compares, and hashes nothing. It allocates
 * nothing either. Immutable.
 */
final class SortedOrigins {

	static final SortedOrigins EMPTY = new SortedOrigins(new String[0], false);

	private static final char WILDCARD = '*';

	private final String[] texts;

	private final boolean patterns;

	private SortedOrigins(String[] texts, boolean patterns) {
		this.texts = texts;
		this.patterns = patterns;
	}

	/**
	 * Return one entry.
	 * @param text a text of {@link JudgedOrigin#texts()}
	 * @return the entry alone
	 */
	static SortedOrigins of(String text) {
		return new SortedOrigins(new String[] { text }, isPattern(text));
	}

	/**
	 * Return some entries.
	 * @param texts texts of {@link JudgedOrigin#texts()} in their natural order
	 * @return the entries
	 */
	static SortedOrigins of(SortedSet<String> texts) {
		if (texts.isEmpty()) {
			return EMPTY;
		}
		return new SortedOrigins(texts.toArray(String[]::new), texts.stream().anyMatch(SortedOrigins::isPattern));
	}

	static boolean isPattern(String text) {
		return text.indexOf(WILDCARD) >= 0;
	}

	int size() {
		return this.texts.length;
	}

	List<String> texts() {
		return List.of(this.texts);
	}

	/**
	 * Return whether an entry accepts an origin. Never throws.
	 * @param origin the value of an {@code Origin} header
	 * @return whether it is accepted; {@code false} for a malformed origin
	 */
	boolean allows(String origin) {
		if (origin.length() > OriginGrammar.MAX_LENGTH) {
			return false;
		}
		return (Arrays.binarySearch(this.texts, origin) >= 0) ? origin.indexOf(WILDCARD) < 0
				: this.patterns && allowedByPattern(origin);
	}

	private boolean allowedByPattern(String origin) {
		long scan = OriginGrammar.scan(origin);
		if (scan < 0 || !OriginGrammar.isName(scan)) {
			return false;
		}
		int start = OriginGrammar.hostStart(scan);
		int end = OriginGrammar.hostEnd(scan);
		for (int dot = origin.indexOf('.', start); dot >= 0 && dot < end; dot = origin.indexOf('.', dot + 1)) {
			if (hasPattern(origin, start, dot)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Look for the pattern that an origin becomes when a wildcard takes the place of the
	 * labels between two of its characters.
	 */
	private boolean hasPattern(String origin, int from, int to) {
		int low = 0;
		int high = this.texts.length - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			int order = compare(this.texts[middle], origin, from, to);
			if (order == 0) {
				return true;
			}
			if (order < 0) {
				low = middle + 1;
			}
			else {
				high = middle - 1;
			}
		}
		return false;
	}

	private static int compare(String text, String origin, int from, int to) {
		int length = from + 1 + origin.length() - to;
		int common = Math.min(text.length(), length);
		for (int i = 0; i < common; i++) {
			char c = (i < from) ? origin.charAt(i) : (i == from) ? WILDCARD : origin.charAt(i - from - 1 + to);
			if (text.charAt(i) != c) {
				return text.charAt(i) - c;
			}
		}
		return text.length() - length;
	}

}
