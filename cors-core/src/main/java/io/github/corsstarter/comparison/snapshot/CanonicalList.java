package io.github.corsstarter.comparison.snapshot;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The one order and spelling of a list whose order means nothing.
 */
final class CanonicalList {

	/** The order of code points, which is that of UTF-8 and not that of UTF-16. */
	static final Comparator<String> BY_CODE_POINT = (one, other) -> Arrays.compare(one.codePoints().toArray(),
			other.codePoints().toArray());

	private CanonicalList() {
	}

	/**
	 * Normalise a list.
	 * @param texts the elements in any order
	 * @param spelling returns an element in its normalised spelling
	 * @return the elements without duplicates, by code point
	 */
	static List<String> of(Collection<String> texts, UnaryOperator<String> spelling) {
		return texts.stream().map(spelling).distinct().sorted(BY_CODE_POINT).toList();
	}

}
