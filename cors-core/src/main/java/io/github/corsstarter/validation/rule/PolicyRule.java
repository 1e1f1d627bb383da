package io.github.corsstarter.validation.rule;

import java.util.function.Consumer;

import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import io.github.corsstarter.validation.subject.Subject;

/**
 * A rule about what one policy allows. CORS configuration outside of {@code cors.*} is
 * held against it too.
 */
@FunctionalInterface
public interface PolicyRule extends Rule {

	@Override
	default void check(Subject subject, Consumer<Finding> findings) {
		for (GoverningPolicy policy : subject.policies()) {
			check(policy, subject.deployment(), findings);
		}
	}

	/**
	 * Look for violations of one policy.
	 * @param policy a policy, or CORS configuration elsewhere
	 * @param deployment where the application runs
	 * @param findings takes what is found, by entries in declared order
	 */
	void check(GoverningPolicy policy, Deployment deployment, Consumer<Finding> findings);

}
