package io.github.corsstarter.validation.rule;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.Findings;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.Subject;

/**
 * {@code invalid-policy-name}: a named policy with the name of the base policy.
 */
public final class InvalidPolicyNameRule implements Rule {

	@Override
	public void check(Subject subject, Findings findings) {
		for (CorsPolicyDefinition definition : subject.input().policies()) {
			if (definition.enabled() && Subject.isMisnamed(definition)) {
				findings.add(finding(definition));
			}
		}
	}

	private static Finding finding(CorsPolicyDefinition definition) {
		String property = "cors.policies." + definition.name();
		return Finding.of(RuleId.INVALID_POLICY_NAME, definition.name(),
				ConfiguredValue.of(definition.name(), property, Subject.locationOf(definition)),
				"The base policy has this name; its keys stand directly under cors.",
				"Give " + property + " another name, or move its keys up to cors.");
	}

}
