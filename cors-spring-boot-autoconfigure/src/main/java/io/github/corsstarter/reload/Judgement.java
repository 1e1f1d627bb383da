package io.github.corsstarter.reload;

import java.util.List;
import java.util.Objects;

import io.github.corsstarter.comparison.Change;
import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.validation.StagedValidation;
import io.github.corsstarter.validation.report.ValidationReport;
import io.github.corsstarter.validation.source.ApplicationReport;
import io.github.corsstarter.web.PathPatternMapping;
import org.jspecify.annotations.Nullable;

/**
 * What was read, judged.
 *
 * @param outcome what is to become of it
 * @param revision identifies the policies that were read, or those in force if they could
 * not be judged
 * @param report what validation found
 * @param changes how they differ from those in force
 * @param restartNeeded the frozen keys that have other values now
 * @param startable whether a start would succeed
 * @param replacement what is to take effect, or {@code null} if nothing is
 * @param failure what the application failed with, so that another attempt with the same
 * content may succeed; {@code null} if it did not fail
 */
record Judgement(ReloadResult.Outcome outcome, String revision, ValidationReport report, List<Change> changes,
		List<String> restartNeeded, boolean startable, @Nullable Replacement replacement, @Nullable Throwable failure) {

	Judgement(ReloadResult.Outcome outcome, String revision, ValidationReport report, List<Change> changes,
			List<String> restartNeeded, boolean startable, @Nullable Replacement replacement) {
		this(outcome, revision, report, changes, restartNeeded, startable, replacement, null);
	}

	/**
	 * Return a refusal that is not about the content.
	 */
	Judgement because(Throwable failure) {
		return new Judgement(this.outcome, this.revision, this.report, this.changes, this.restartNeeded, this.startable,
				this.replacement, failure);
	}

	ReloadResult result(String revision) {
		return new ReloadResult(this.outcome, revision, this.report, policyChanges(), this.restartNeeded);
	}

	private List<PolicyChange> policyChanges() {
		return this.changes.stream()
			.map((change) -> new PolicyChange(Objects.requireNonNullElse(change.policy(), ""), change.kind().toString(),
					change.direction().toString()))
			.distinct()
			.toList();
	}

	/**
	 * Policies that may take the place of those in force.
	 *
	 * @param settings what they are made of
	 * @param paths the policies with their paths
	 * @param validation their validation
	 * @param report what validation found in all of the application
	 */
	record Replacement(CorsSettings settings, PathPatternMapping paths, StagedValidation validation,
			ApplicationReport report) {

	}

}
