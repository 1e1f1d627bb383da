package io.github.corsstarter.report.migration;

import java.time.Duration;
import java.util.Map;
import java.util.function.BiPredicate;

import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.Respondent;

/**
 * The application, whose code may throw, or not come back.
 *
 * @param whole answers as the whole of it does
 * @param limit runs what asks, in a thread of its own, for no longer than it may take,
 * and tells whether it came to its end
 */
record AskedApplication(Respondent whole, BiPredicate<Duration, Runnable> limit) {

	/** What a client gets when no component answers. */
	private static final Answer FAILED = new Answer(500, Map.of(), false);

	Answer answer(CorsRequest request) {
		try {
			return this.whole.answer(request);
		}
		catch (RuntimeException ex) {
			return FAILED;
		}
	}

	/**
	 * Ask, but not for ever.
	 * @param most how long at most
	 * @param questions what asks
	 * @return whether all of it was asked
	 */
	boolean ask(Duration most, Runnable questions) {
		return this.limit.test(most, questions);
	}

}
