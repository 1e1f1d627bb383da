package io.github.corsstarter.origin.advice;

import java.util.List;

import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.WorkLimit;
import io.github.corsstarter.origin.entry.OriginEntry;
import io.github.corsstarter.origin.entry.OriginPattern;
import org.jspecify.annotations.Nullable;

/**
 * The usual mistakes in an entry that is not confined, found by fixing them and looking
 * whether that helps.
 */
sealed interface Mistakes permits PatternMistakes, RegexMistakes {

	static Mistakes in(OriginEntry entry) {
		return (entry instanceof OriginPattern pattern) ? new PatternMistakes(pattern)
				: new RegexMistakes(entry.toString());
	}

	/** Return an expression, one member of which is what the author had in mind. */
	Expression meant();

	/** Return why the entry is not what was meant, whether or not that confines it. */
	List<String> found();

	/**
	 * Return what lets in some of the other owners, although fixing it does not keep out
	 * all of them.
	 */
	List<String> missingBoundaries(List<String> examples, WorkLimit limit);

	/** Return whether the host ends with a wildcard. */
	boolean isOpenEnded();

	/** Find the smallest of the usual changes that confines the entry. */
	@Nullable Correction correction(WorkLimit limit);

	/**
	 * A change to an entry that confines it.
	 *
	 * @param text the changed entry in full
	 * @param mistakes the mistakes that the change fixes
	 */
	record Correction(String text, List<String> mistakes) {

	}

}
