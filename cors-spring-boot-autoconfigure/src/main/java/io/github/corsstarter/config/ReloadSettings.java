package io.github.corsstarter.config;

import java.time.Duration;

/**
 * When the policies are read again while the application runs.
 *
 * @param onRefresh whether a refresh of Spring Cloud does
 * @param watchFiles whether changed files do
 * @param interval the time from one look at the files to the next
 */
public record ReloadSettings(boolean onRefresh, boolean watchFiles, Duration interval) {

	static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(10);

	private static final Duration SHORTEST = Duration.ofSeconds(1);

	private static final Duration LONGEST = Duration.ofHours(1);

	boolean isIntervalSupported() {
		return this.interval.compareTo(SHORTEST) >= 0 && this.interval.compareTo(LONGEST) <= 0;
	}

}
