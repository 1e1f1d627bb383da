package io.github.corsstarter.source;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Loads one source again and again, never twice at a time: after its interval, or sooner
 * if it failed.
 */
final class OriginLoader {

	private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

	private static final Duration LAST_RETRY = Duration.ofMinutes(5);

	private static final int MOST_DOUBLINGS = 9;

	private static final double JITTER = 0.1;

	private final LoadedOrigins origins;

	private final OriginSource source;

	private final Executor loads;

	private final ScheduledExecutorService timer;

	private final CountDownLatch attempted = new CountDownLatch(1);

	private boolean running;

	private boolean again;

	private boolean stopped;

	private int failures;

	private @Nullable Future<?> next;

	private @Nullable Future<?> drop;

	OriginLoader(LoadedOrigins origins, OriginSource source, Executor loads, ScheduledExecutorService timer) {
		this.origins = origins;
		this.source = source;
		this.loads = loads;
		this.timer = timer;
	}

	LoadedOrigins origins() {
		return this.origins;
	}

	/**
	 * Begin to load, or load once more when the load that runs has ended.
	 */
	synchronized void load() {
		if (this.stopped) {
			return;
		}
		if (this.running) {
			this.again = true;
			return;
		}
		cancel(this.next);
		this.running = true;
		this.loads.execute(this::run);
	}

	private void run() {
		boolean loaded = false;
		try {
			loaded = this.origins.load(this.source);
		}
		finally {
			// Also when there was not memory enough
			ended(loaded);
		}
	}

	private synchronized void ended(boolean loaded) {
		this.attempted.countDown();
		this.running = false;
		this.failures = loaded ? 0 : this.failures + 1;
		if (!this.stopped) {
			schedule(loaded);
		}
	}

	private void schedule(boolean loaded) {
		try {
			Duration staleness = this.origins.settings().maxStaleness();
			if (loaded && staleness != null) {
				cancel(this.drop);
				this.drop = schedule(this.origins::dropIfStale, staleness);
			}
			if (this.again) {
				this.again = false;
				load();
				return;
			}
			Duration delay = loaded ? refresh() : retry();
			if (!delay.isZero()) {
				this.next = schedule(this::load, delay);
			}
		}
		catch (RejectedExecutionException ex) {
			// The application is closing
			this.stopped = true;
		}
	}

	private Future<?> schedule(Runnable task, Duration delay) {
		return this.timer.schedule(task, TimeUnit.MILLISECONDS.convert(delay), TimeUnit.MILLISECONDS);
	}

	private static void cancel(@Nullable Future<?> task) {
		if (task != null) {
			task.cancel(false);
		}
	}

	private Duration refresh() {
		Duration interval = this.origins.settings().refreshInterval();
		double jitter = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
		return Duration.ofMillis((long) (TimeUnit.MILLISECONDS.convert(interval) * jitter));
	}

	private Duration retry() {
		Duration backOff = FIRST_RETRY.multipliedBy(1L << Math.min(this.failures - 1, MOST_DOUBLINGS));
		Duration interval = this.origins.settings().refreshInterval();
		Duration longest = (!interval.isZero() && interval.compareTo(LAST_RETRY) < 0) ? interval : LAST_RETRY;
		return (backOff.compareTo(longest) < 0) ? backOff : longest;
	}

	/**
	 * Wait for the first load to end, whether or not it fails.
	 * @param deadline when to give up, as {@link System#nanoTime()} tells
	 */
	void await(long deadline) {
		try {
			this.attempted.await(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	synchronized void stop() {
		this.stopped = true;
		cancel(this.next);
	}

}
