package io.github.corsstarter.reload;

import java.util.List;
import java.util.Locale;

import io.github.corsstarter.validation.report.ValidationReport;

/**
 * What became of reading the policies again. Immutable.
 *
 * @param outcome what became of it
 * @param revision identifies the policies in force afterwards; of a check that could be
 * judged, those that were read
 * @param report what validation found in what was read
 * @param changes what a page can do now and could not before, or the other way round;
 * empty unless the policies are others
 * @param restartNeeded the keys that have other values now, which take effect only at the
 * next start, in alphabetical order
 */
public record ReloadResult(Outcome outcome, String revision, ValidationReport report, List<PolicyChange> changes,
		List<String> restartNeeded) {

	public ReloadResult {
		changes = List.copyOf(changes);
		restartNeeded = List.copyOf(restartNeeded);
	}

	/**
	 * What became of reading the policies again.
	 */
	public enum Outcome {

		/** The policies are those in force already. */
		UNCHANGED,

		/** The policies that were read are in force. */
		APPLIED,

		/** The policies that were read may not take effect. */
		REFUSED;

		/**
		 * Return the word for it, in lower case.
		 */
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
