package io.github.corsstarter.reload;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.corsstarter.config.ReloadSettings;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;
import org.springframework.util.ClassUtils;

/**
 * Looks at the files of configuration again and again, and has the policies read anew
 * when they have changed and two looks in a row have read the same. Files are read and
 * not listened to: that follows links, sees files that appear, and works on every file
 * system.
 */
public final class FileWatcher implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(CorsPolicyReloader.class);

	private final ReloadSettings settings;

	private final Supplier<SnapshotReloader> reloader;

	private @Nullable CountDownLatch stop;

	/** What tells the bytes that are known from others. */
	private @Nullable String known;

	private @Nullable Reading pending;

	/**
	 * Create the watcher.
	 * @param settings whether and how often to look
	 * @param reloader takes what was read; not asked for as long as nobody looks
	 */
	public FileWatcher(ReloadSettings settings, Supplier<SnapshotReloader> reloader) {
		this.settings = settings;
		this.reloader = reloader;
	}

	@Override
	public boolean isAutoStartup() {
		return this.settings.watchFiles();
	}

	@Override
	public synchronized void start() {
		if (this.stop == null && this.settings.watchFiles() && this.reloader.get().isWatching()) {
			CountDownLatch latch = new CountDownLatch(1);
			Thread thread = new Thread(() -> watch(latch), "cors-reload");
			thread.setDaemon(true);
			thread.setContextClassLoader(ClassUtils.getDefaultClassLoader());
			thread.start();
			this.stop = latch;
		}
	}

	@Override
	public synchronized void stop() {
		if (this.stop != null) {
			this.stop.countDown();
			this.stop = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.stop != null;
	}

	private void watch(CountDownLatch latch) {
		try {
			Duration interval = this.settings.interval();
			do {
				look();
			}
			while (!latch.await(interval.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void look() {
		try {
			poll();
		}
		catch (RuntimeException | LinkageError ex) {
			logger.error("CORS: the files of configuration could not be looked at", ex);
		}
	}

	/**
	 * Look once.
	 */
	void poll() {
		SnapshotReloader target = this.reloader.get();
		target.attempt(ReloadTrigger.FILES, () -> settled(target.reader()));
	}

	/**
	 * Return what was read, if it has changed and was read twice.
	 */
	private @Nullable Reading settled(ConfigurationReader reader) {
		if (reader.places().digest().equals(this.known)) {
			this.pending = null;
			return null;
		}
		Reading read = reader.read();
		if (this.known == null && read.texts().equals(reader.textsOfStart())) {
			this.known = read.files();
			return null;
		}
		Reading before = this.pending;
		if (before == null || !before.isSameAs(read)) {
			this.known = (this.known != null) ? this.known : "";
			this.pending = read;
			return null;
		}
		this.pending = null;
		this.known = read.files();
		return read;
	}

}
