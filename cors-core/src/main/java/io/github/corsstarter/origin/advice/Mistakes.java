package io.github.corsstarter.origin.advice;

import java.util.List;

import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.automaton.WorkLimit;
import io.github.corsstarter.origin.entry.OriginEntry;
import io.github.corsstarter.origin.entry.OriginPattern;
import org.jspecify.annotations.Nullable;

/**
 * The usual mistakes in an entry that is not confined, found by fixing them and looking
 * whether that helps.
 */
sealed interface Mistakes permits PatternMistakes, RegexMistakes {

	/**
	 * Look at an entry.
	 * @param entry an entry other than an exact origin
	 * @return its mistakes
	 */
	static Mistakes in(OriginEntry entry) {
		return (entry instanceof OriginPattern pattern) ? new PatternMistakes(pattern)
				: new RegexMistakes(entry.toString());
	}

	/**
	 * Return the entry as it was probably meant.
	 * @return an expression, one member of which is what the author had in mind
	 */
	Expression meant();

	/**
	 * Return why the entry is not {@linkplain #meant() what was meant}.
	 * @return mistakes, whether or not fixing them confines the entry
	 */
	List<String> found();

	/**
	 * Return what lets in some of the other owners, although fixing it does not keep out
	 * all of them.
	 * @param examples origins of other owners that the entry accepts
	 * @param limit the work that may go into the search
	 * @return mistakes, empty when there are none of this kind
	 * @throws TooMuchWorkException when the limit does not suffice to tell
	 */
	List<String> missingBoundaries(List<String> examples, WorkLimit limit);

	/**
	 * Return whether the host ends with a wildcard.
	 * @return whether it does
	 */
	boolean isOpenEnded();

	/**
	 * Find the smallest change that confines the entry.
	 * @param limit the work that may go into the search
	 * @return the change, or {@code null} when none of the usual ones does
	 * @throws TooMuchWorkException when the limit does not suffice to tell
	 */
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
