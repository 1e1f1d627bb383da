package io.github.corsstarter.validation.rule;

import java.util.function.Consumer;

import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.source.JudgedSource;
import io.github.corsstarter.validation.source.Standing;
import io.github.corsstarter.validation.subject.SourceSubject;

/**
 * {@code policy-bypassed}: a filter or security chain with CORS configuration of its own,
 * ahead of the policies, on a path that one of them governs.
 */
final class PolicyBypassedRule implements SourceRule {

	@Override
	public void check(SourceSubject subject, Consumer<Finding> findings) {
		JudgedSource judged = subject.judged();
		if (judged.source().kind().isComponent() && judged.source().standing() instanceof Standing.Ahead ahead
				&& !judged.bypassed().isEmpty()) {
			findings.accept(finding(judged, ahead));
		}
	}

	private static Finding finding(JudgedSource judged, Standing.Ahead ahead) {
		String policies = ((judged.bypassed().size() == 1) ? "policy '" : "the policies '")
				+ String.join("', '", judged.bypassed()) + "'";
		return SourceRule.finding(RuleId.POLICY_BYPASSED, judged.source(),
				("It has the order %d and so decides ahead of %s (cors.filter.order is %d%s): it ends every preflight, "
						+ "and what it refuses never comes to the policies.")
					.formatted(ahead.turn().order(), policies, ahead.policyOrder(), tie(ahead)),
				ahead.remedy(judged.source().phrase()) + ", or move what it allows into the policy and remove it.");
	}

	private static String tie(Standing.Ahead ahead) {
		return (ahead.turn().order() == ahead.policyOrder()) ? ", too, and the bean that is defined first comes first"
				: "";
	}

}
