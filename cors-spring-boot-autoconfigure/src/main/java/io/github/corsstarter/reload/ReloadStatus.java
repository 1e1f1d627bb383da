package io.github.corsstarter.reload;

import java.time.Instant;
import java.util.List;

import io.github.corsstarter.validation.report.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Which policies are in force, and what became of the last attempt to replace them.
 * Immutable.
 *
 * @param triggers what triggers a reload: {@code refresh}, {@code files} and {@code call}
 * @param watched the files and directories that are looked at; empty if none is
 * @param revision identifies the policies in force
 * @param since when they came into force
 * @param state {@code refused} as long as what was read last may not take effect, else
 * {@code current}
 * @param startable whether a start with what was read last would succeed
 * @param restartNeeded the keys that have other values now, which take effect only at the
 * next start
 * @param lastAttempt the last attempt, or {@code null} if there was none
 */
public record ReloadStatus(List<String> triggers, List<String> watched, String revision, Instant since, String state,
		boolean startable, List<String> restartNeeded, @Nullable Attempt lastAttempt) {

	/** What was read last may not take effect. */
	static final String REFUSED = "refused";

	/** What was read last is in force. */
	static final String CURRENT = "current";

	public ReloadStatus {
		triggers = List.copyOf(triggers);
		watched = List.copyOf(watched);
		restartNeeded = List.copyOf(restartNeeded);
	}

	/**
	 * Return whether what was read last may not take effect.
	 * @return {@code true} if older policies decide
	 */
	public boolean isRefused() {
		return REFUSED.equals(this.state);
	}

	/**
	 * An attempt to replace the policies.
	 *
	 * @param at when it was made
	 * @param trigger what made it
	 * @param outcome {@code unchanged}, {@code applied} or {@code refused}
	 * @param changes how what was read differs from what was in force
	 * @param violations what validation found in what was read, with its places
	 */
	public record Attempt(Instant at, String trigger, String outcome, List<PolicyChange> changes,
			List<Violation> violations) {

		public Attempt {
			changes = List.copyOf(changes);
			violations = List.copyOf(violations);
		}

	}

}
