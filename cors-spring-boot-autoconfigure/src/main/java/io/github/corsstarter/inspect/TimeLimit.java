package io.github.corsstarter.inspect;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.corsstarter.validation.source.Respondent;
import io.github.corsstarter.validation.source.SourceContent;
import org.jspecify.annotations.Nullable;

/**
 * Asks components of the application, whose code may throw, or not come back.
 */
public final class TimeLimit {

	private static final Duration LIMIT = Duration.ofMillis(3000);

	private TimeLimit() {
	}

	/**
	 * Waits for an answer, but not for ever.
	 * @param <T> the type of the answer
	 * @param question what asks, in a thread of its own
	 * @param otherwise makes an answer where there is none
	 * @return the answer
	 */
	public static <T extends @Nullable Object> T await(Supplier<T> question,
			Function<SourceContent.Opaque, T> otherwise) {
		return await(LIMIT, question, (outcome) -> otherwise.apply(noAnswer(outcome)));
	}

	/**
	 * Asks many questions, but not for ever.
	 * @param limit how long at most
	 * @param questions what asks, in a thread of its own, which goes on if it takes no
	 * notice of an interruption
	 * @return whether all of them were asked
	 */
	public static boolean run(Duration limit, Runnable questions) {
		return await(limit, () -> {
			questions.run();
			return true;
		}, (outcome) -> false);
	}

	private static <T extends @Nullable Object> T await(Duration limit, Supplier<T> question,
			Function<String, T> otherwise) {
		FutureTask<T> task = new FutureTask<>(question::get);
		Thread thread = new Thread(task, "cors-questions");
		thread.setDaemon(true);
		thread.start();
		try {
			return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			thread.interrupt();
			return otherwise.apply("gave no answer within " + limit.toMillis() + " ms");
		}
		catch (ExecutionException ex) {
			return otherwise.apply("failed with " + ex.getCause());
		}
		catch (InterruptedException ex) {
			thread.interrupt();
			Thread.currentThread().interrupt();
			return otherwise.apply("was interrupted");
		}
	}

	/**
	 * Lets a component be asked where nobody may wait for ever or block.
	 * @param respondent the component
	 * @return what answers as the component does, or fails in time
	 */
	public static Respondent with(Respondent respondent) {
		return (request) -> await(LIMIT, () -> respondent.answer(request), (outcome) -> {
			throw new IllegalStateException("It was asked with a request that nobody sent, and " + outcome + ".");
		});
	}

	static SourceContent.Opaque failed(@Nullable Throwable failure) {
		return noAnswer("failed with " + failure);
	}

	private static SourceContent.Opaque noAnswer(String outcome) {
		return new SourceContent.Opaque("It was asked with preflights that nobody sent, and " + outcome + ".");
	}

}
