package io.github.corsstarter.validation.rule;

import java.util.function.Consumer;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.Enforcement;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import io.github.corsstarter.validation.subject.Remedy;
import io.github.corsstarter.validation.subject.Subject;

/**
 * {@code report-only}: a policy that only reports, where somebody may think that it
 * protects.
 */
final class ReportOnlyRule implements Rule {

	@Override
	public void check(Subject subject, Consumer<Finding> findings) {
		for (GoverningPolicy policy : subject.policies()) {
			if (policy.effective().isReportOnly()) {
				ConfiguredValue<Enforcement> enforcement = policy.effective().enforcement();
				findings.accept(Finding.of(RuleId.REPORT_ONLY, policy.name(), enforcement,
						"Policy '%s' has only reported since this start (%s): it governs nothing and refuses nobody."
							.formatted(policy.name(), subject.deployment().today()),
						"Set %s to enforce when GET /actuator/cors/report shows no would-break and no would-open."
							.formatted(Remedy.key(enforcement))));
			}
		}
	}

}
