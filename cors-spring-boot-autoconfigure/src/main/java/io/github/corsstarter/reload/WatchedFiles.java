package io.github.corsstarter.reload;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the files of configuration again and again, and reloads the policies when the
 * files have changed and two looks in a row have read the same. Files are polled and not
 * listened to: that follows links, sees files that appear, and works on every file
 * system. It ends when its thread is interrupted.
 */
final class WatchedFiles implements Runnable {

	private static final Log logger = LogFactory.getLog(CorsPolicyReloader.class);

	private static final int MOST_FAILURES = 6;

	private final Reloader reloader;

	private final Duration interval;

	/**
	 * What tells the bytes that are known from others: blank if none are, and
	 * {@code null} until they have been compared with those of the start.
	 */
	private @Nullable String known;

	private @Nullable Reading pending;

	/** How often the application has failed with the bytes that are known. */
	private int failures;

	/** How many looks are skipped until they are tried again; 0 if they are not. */
	private int leftOut;

	/**
	 * Create what looks.
	 * @param reloader takes what was read
	 * @param interval the time from one look to the next
	 */
	WatchedFiles(Reloader reloader, Duration interval) {
		this.reloader = reloader;
		this.interval = interval;
	}

	@Override
	public void run() {
		CountDownLatch never = new CountDownLatch(1);
		try {
			do {
				lookSafely();
			}
			while (!never.await(this.interval.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * A look that fails does not prevent the next one.
	 */
	private void lookSafely() {
		try {
			look();
		}
		catch (Throwable ex) {
			logger.error("CORS: the files of configuration could not be looked at", ex);
		}
	}

	/**
	 * Look once.
	 */
	void look() {
		Reloader.Attempt attempt = this.reloader.attempt(ReloadTrigger.FILES, () -> settled(this.reloader.reader()));
		if (attempt != null) {
			this.failures = attempt.failed() ? Math.min(this.failures + 1, MOST_FAILURES) : 0;
			this.leftOut = attempt.failed() ? 1 << (this.failures - 1) : 0;
		}
	}

	/**
	 * Forget the bytes that the application failed with, when it is time to try them
	 * again: later each time.
	 */
	private void retryLater() {
		if (this.leftOut > 0 && --this.leftOut == 0) {
			this.known = "";
		}
	}

	/**
	 * Return what was read, if it has changed and was read twice.
	 */
	private @Nullable Reading settled(ConfigurationReader reader) {
		String files = reader.places().digest();
		if (files.equals(this.known)) {
			this.pending = null;
			retryLater();
			return null;
		}
		Reading read = reader.read();
		if (this.known == null) {
			compareWithStart(reader.textsOfStart(), files, read);
			return null;
		}
		Reading before = this.pending;
		if (before == null || !before.isSameAs(read)) {
			this.pending = read;
			return null;
		}
		this.pending = null;
		this.known = read.files();
		return read;
	}

	/**
	 * Find out whether the files are still those that the application was started with.
	 * Where they changed while they were read, the next look does.
	 */
	private void compareWithStart(String started, String files, Reading read) {
		if (!read.texts().equals(started)) {
			this.known = "";
			this.pending = read;
		}
		else if (read.files().equals(files)) {
			this.known = files;
		}
	}

}
