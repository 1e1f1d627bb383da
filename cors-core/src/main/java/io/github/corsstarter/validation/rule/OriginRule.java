package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.Findings;
import io.github.corsstarter.validation.subject.AllowedOrigin;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import io.github.corsstarter.validation.subject.Subject;

/**
 * A rule about the origin entries of each policy, one by one.
 */
abstract class OriginRule implements Rule {

	@Override
	public final void check(Subject subject, Findings findings) {
		for (GoverningPolicy policy : subject.policies()) {
			for (AllowedOrigin origin : policy.origins()) {
				if (isViolatedBy(policy, origin)) {
					findings.add(finding(subject.deployment(), policy, origin));
				}
			}
		}
	}

	/**
	 * Tells whether the rule has something to say about an entry.
	 * @param policy a policy
	 * @param origin one of its entries
	 * @return {@code true} if there is a finding
	 */
	abstract boolean isViolatedBy(GoverningPolicy policy, AllowedOrigin origin);

	/**
	 * Says it.
	 * @param deployment where the application runs
	 * @param policy a policy
	 * @param origin one of its entries, which violates the rule
	 * @return the finding
	 */
	abstract Finding finding(Deployment deployment, GoverningPolicy policy, AllowedOrigin origin);

}
