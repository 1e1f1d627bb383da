package io.github.corsstarter.origin;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A question about an entry, which is answered by an example or by the proof that there
 * is none, and only once. Safe to be shared between threads.
 */
final class ProofQuestion {

	private final Function<ProofBudget, @Nullable String> search;

	private @Nullable Answer answer;

	/**
	 * Create a question.
	 * @param search finds an example, {@code null} when there is none
	 */
	ProofQuestion(Function<ProofBudget, @Nullable String> search) {
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
		return answer().told() && answer().example() == null;
	}

	/**
	 * Return whether it takes too much work to tell.
	 * @return whether there may be an example that was not found
	 */
	boolean isOpen() {
		return !answer().told();
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
			return new Answer(this.search.apply(ProofBudget.ofQuestion()), true);
		}
		catch (AutomatonTooLargeException ex) {
			return new Answer(null, false);
		}
	}

	/**
	 * What has been found.
	 *
	 * @param example an example, or {@code null} when none was found
	 * @param told whether there is none when none was found
	 */
	private record Answer(@Nullable String example, boolean told) {

	}

}
