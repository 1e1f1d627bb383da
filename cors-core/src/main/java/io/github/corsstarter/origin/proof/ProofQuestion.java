package io.github.corsstarter.origin.proof;

import java.util.function.Function;
import java.util.function.Supplier;

import io.github.corsstarter.origin.automaton.ProofBudget;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import org.jspecify.annotations.Nullable;

/**
 * A question about an entry, which is answered by an example or by the proof that there
 * is none, and only once. Safe to be shared between threads.
 */
final class ProofQuestion {

	private final Supplier<ProofBudget> budget;

	private final Function<ProofBudget, @Nullable String> search;

	private @Nullable Answer answer;

	/**
	 * Create a question.
	 * @param budget creates what pays for the search
	 * @param search finds an example, {@code null} when there is none
	 */
	ProofQuestion(Supplier<ProofBudget> budget, Function<ProofBudget, @Nullable String> search) {
		this.budget = budget;
		this.search = search;
	}

	/**
	 * Return the example.
	 * @return an example, {@code null} when there is none or when it takes too much work
	 * to tell
	 */
	@Nullable String example() {
		return answer().example();
	}

	/**
	 * Return whether there is provably no example.
	 * @return {@code false} also when it takes too much work to tell
	 */
	boolean isNone() {
		return answer().whyOpen() == null && answer().example() == null;
	}

	/**
	 * Return why it cannot be told.
	 * @return a sentence, or {@code null} when it is told
	 */
	@Nullable String whyOpen() {
		return answer().whyOpen();
	}

	private synchronized Answer answer() {
		Answer known = this.answer;
		if (known == null) {
			known = search();
			this.answer = known;
		}
		return known;
	}

	private Answer search() {
		try {
			return new Answer(this.search.apply(this.budget.get()), null);
		}
		catch (TooMuchWorkException ex) {
			return new Answer(null, ex.getMessage());
		}
	}

	/**
	 * What has been found.
	 *
	 * @param example an example, or {@code null} when none was found
	 * @param whyOpen why there may be one although none was found
	 */
	private record Answer(@Nullable String example, @Nullable String whyOpen) {

	}

}
