package io.github.corsstarter.reload;

import java.util.function.Supplier;

import io.github.corsstarter.config.ReloadSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;
import org.springframework.util.ClassUtils;

/**
 * Runs a thread that looks at the files of configuration for as long as the application
 * runs, where that is wanted and possible.
 */
public final class FileWatcher implements SmartLifecycle {

	private final ReloadSettings settings;

	private final Supplier<Reloader> reloader;

	private @Nullable Thread thread;

	/**
	 * Create the watcher.
	 * @param settings whether and how often to look
	 * @param reloader the reloader of the configured policies; not asked for as long as
	 * nobody looks
	 */
	public FileWatcher(ReloadSettings settings, Supplier<Reloader> reloader) {
		this.settings = settings;
		this.reloader = reloader;
	}

	@Override
	public boolean isAutoStartup() {
		return this.settings.watchFiles();
	}

	@Override
	public synchronized void start() {
		if (this.thread == null && this.settings.watchFiles()) {
			Reloader target = this.reloader.get();
			if (target.isWatching()) {
				Thread started = new Thread(new WatchedFiles(target, this.settings.interval()), "cors-reload");
				started.setDaemon(true);
				started.setContextClassLoader(ClassUtils.getDefaultClassLoader());
				started.start();
				this.thread = started;
			}
		}
	}

	@Override
	public synchronized void stop() {
		if (this.thread != null) {
			this.thread.interrupt();
			this.thread = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.thread != null;
	}

}
