package io.github.corsstarter.origin.proof;

import java.util.function.Function;
import java.util.function.Supplier;

import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.automaton.WorkLimit;
import org.jspecify.annotations.Nullable;

/**
 * A question about an entry, which is answered by an example or by the proof that there
 * is none, and only once. Safe to be shared between threads.
 */
final class Question {

	private final Supplier<WorkLimit> limit;

	private final Function<WorkLimit, @Nullable String> search;

	private @Nullable Answer answer;

	Question(Supplier<WorkLimit> limit, Function<WorkLimit, @Nullable String> search) {
		this.limit = limit;
		this.search = search;
	}

	/** Return the answer, the same each time. */
	synchronized Answer answer() {
		Answer known = this.answer;
		if (known == null) {
			known = search();
			this.answer = known;
		}
		return known;
	}

	private Answer search() {
		try {
			return new Answer(this.search.apply(this.limit.get()), null);
		}
		catch (TooMuchWorkException ex) {
			return new Answer(null, ex.getMessage());
		}
	}

	/**
	 * What has been found.
	 *
	 * @param example an example, or {@code null} when none was found
	 * @param undecided why there may be one although none was found, or {@code null}
	 */
	record Answer(@Nullable String example, @Nullable String undecided) {

		/** Return whether there is provably no example. */
		boolean isNone() {
			return this.undecided == null && this.example == null;
		}

	}

}
