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
 * @param revision what tells the policies that were read from others, or those in force
 * if they could not be judged
 * @param report what validation found
 * @param changes how they differ from those in force
 * @param restartNeeded the frozen keys that have other values
 * @param startable whether a start would succeed
 * @param replacement what is to take effect, or {@code null} if nothing is
 */
record Judgement(ReloadResult.Outcome outcome, String revision, ValidationReport report, List<Change> changes,
		List<String> restartNeeded, boolean startable, @Nullable Replacement replacement) {

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
