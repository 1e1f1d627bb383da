package io.github.corsstarter.actuate;

import java.util.List;

import io.github.corsstarter.reload.PolicyChange;
import io.github.corsstarter.reload.ReloadStatus;
import org.jspecify.annotations.Nullable;

/**
 * Description of what replaces the policies while the application runs.
 *
 * @param triggers what triggers a reload
 * @param watched the files and directories that are looked at
 * @param revision identifies the policies in force
 * @param since when they came into force
 * @param state {@code current} or {@code refused}
 * @param startable whether a start with what was read last would succeed
 * @param restartNeeded the keys that have other values now, which take effect only at the
 * next start
 * @param lastAttempt the last attempt, or {@code null} if there was none
 */
public record ReloadDescriptor(List<String> triggers, List<String> watched, String revision, String since, String state,
		boolean startable, List<String> restartNeeded, @Nullable AttemptDescriptor lastAttempt) {

	static @Nullable ReloadDescriptor of(@Nullable ReloadStatus status) {
		if (status == null) {
			return null;
		}
		ReloadStatus.Attempt last = status.lastAttempt();
		return new ReloadDescriptor(status.triggers(), status.watched(), status.revision(), status.since().toString(),
				status.state(), status.startable(), status.restartNeeded(),
				(last != null) ? AttemptDescriptor.of(last) : null);
	}

	/**
	 * Description of an attempt to replace the policies.
	 *
	 * @param at when it was made
	 * @param trigger {@code refresh}, {@code files} or {@code call}
	 * @param outcome {@code unchanged}, {@code applied} or {@code refused}
	 * @param changes how what was read differs from what was in force
	 * @param violations what validation found in what was read, with its places
	 */
	public record AttemptDescriptor(String at, String trigger, String outcome, List<PolicyChange> changes,
			List<CorsEndpoint.ViolationDescriptor> violations) {

		static AttemptDescriptor of(ReloadStatus.Attempt attempt) {
			return new AttemptDescriptor(attempt.at().toString(), attempt.trigger(), attempt.outcome(),
					attempt.changes(),
					attempt.violations().stream().map(CorsEndpoint.ViolationDescriptor::of).toList());
		}

	}

}
