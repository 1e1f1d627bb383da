package io.github.corsstarter.validation.rule;

import java.util.function.Consumer;

import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.AllowedOrigin;
import io.github.corsstarter.validation.subject.GoverningPolicy;

/**
 * A rule about the origin entries of each policy, one by one.
 */
abstract class OriginRule implements PolicyRule {

	@Override
	public final void check(GoverningPolicy policy, Deployment deployment, Consumer<Finding> findings) {
		for (AllowedOrigin origin : policy.origins()) {
			if (isViolatedBy(policy, origin)) {
				findings.accept(finding(deployment, policy, origin));
			}
		}
	}

	/**
	 * Create a finding about an entry.
	 * @param rule the rule
	 * @param policy a policy
	 * @param origin one of its entries
	 * @param message why, in one or two sentences
	 * @param remedy what to do
	 * @return the finding
	 */
	static Finding finding(RuleId rule, GoverningPolicy policy, AllowedOrigin origin, String message, String remedy) {
		return Finding.of(rule, policy.name(), origin.configured(), message, remedy).withSpelling(origin.spelling());
	}

	/**
	 * Return whether the rule has something to say about an entry.
	 * @param policy a policy
	 * @param origin one of its entries
	 * @return {@code true} if there is a finding
	 */
	abstract boolean isViolatedBy(GoverningPolicy policy, AllowedOrigin origin);

	/**
	 * Word the finding.
	 * @param deployment where the application runs
	 * @param policy a policy
	 * @param origin one of its entries, which violates the rule
	 * @return the finding
	 */
	abstract Finding finding(Deployment deployment, GoverningPolicy policy, AllowedOrigin origin);

}
