package io.github.corsstarter.reload;

import io.github.corsstarter.config.loader.UnreadableConfigurationException;
import io.github.corsstarter.policy.Location;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * {@code unstable-source}: why nothing can be taken over, whatever is configured.
 */
final class UnstableConfiguration {

	private static final String WRITE_WHOLE = "Write the configuration in one step: write another file, and "
			+ "rename it.";

	private UnstableConfiguration() {
	}

	/**
	 * Say that the configuration cannot be read.
	 */
	static Finding unreadable(Throwable failure) {
		String message = "The current configuration is not known. " + failure.getMessage();
		return (failure instanceof UnreadableConfigurationException unreadable)
				? finding(unreadable.value(), unreadable.location(), message, WRITE_WHOLE)
				: finding(null, null, message, WRITE_WHOLE);
	}

	/**
	 * Say that no two readings of the configuration were the same.
	 */
	static Finding unsettled(String problem) {
		return finding(null, null, "The current configuration is not known. " + problem, WRITE_WHOLE);
	}

	/**
	 * Say that the application failed with what was read.
	 */
	static Finding failed(String step, Throwable failure) {
		return finding(null, null, "The configuration was read, and %s failed with %s.".formatted(step, failure),
				"Fix the cause, which the log shows, or undo the change. Watched files are tried again by "
						+ "themselves; otherwise reload the policies.");
	}

	private static Finding finding(@Nullable String value, @Nullable Location location, String message, String remedy) {
		return new Finding(RuleId.UNSTABLE_SOURCE, null, null, (value != null) ? value : "configuration", null,
				location, message, null, remedy);
	}

}
