package io.github.corsstarter.validation.rule;

import java.util.function.Consumer;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.Subject;

/**
 * {@code invalid-policy-name}: a named policy with the name of the base policy, or with a
 * number for a name, as the elements of a list have it.
 */
final class InvalidPolicyNameRule implements Rule {

	@Override
	public void check(Subject subject, Consumer<Finding> findings) {
		for (CorsPolicyDefinition definition : subject.input().policies().named()) {
			if (definition.enabled() && definition.isMisnamed()) {
				findings.accept(finding(definition));
			}
		}
	}

	private static Finding finding(CorsPolicyDefinition definition) {
		return definition.isNumbered() ? ofElement(definition) : ofBase(definition);
	}

	private static Finding ofElement(CorsPolicyDefinition definition) {
		String property = "cors.policies[" + definition.name() + "]";
		return Finding.of(RuleId.INVALID_POLICY_NAME, definition.name(),
				ConfiguredValue.of(definition.name(), property, definition.location()),
				"cors.policies is not a list: each policy is named by its key, so that a profile can change one and "
						+ "leave the others as they are.",
				"Write the name of the policy as a key, such as cors.policies.admin.paths, in place of " + property
						+ ".");
	}

	private static Finding ofBase(CorsPolicyDefinition definition) {
		String property = "cors.policies." + definition.name();
		return Finding.of(RuleId.INVALID_POLICY_NAME, definition.name(),
				ConfiguredValue.of(definition.name(), property, definition.location()),
				"The base policy has this name; its keys stand directly under cors.",
				"Give " + property + " another name, or move its keys up to cors.");
	}

}
