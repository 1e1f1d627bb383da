package io.github.corsstarter.validation;

import java.util.stream.Stream;

import io.github.corsstarter.policy.ConfiguredValue;

/**
 * {@code invalid-policy-name}: a named policy with the name of the base policy.
 */
final class InvalidPolicyNameRule implements Rule {

	@Override
	public Stream<Finding> check(Subject subject) {
		return subject.input()
			.policies()
			.stream()
			.filter((definition) -> definition.enabled() && Subject.isMisnamed(definition))
			.map((definition) -> Finding.of(RuleId.INVALID_POLICY_NAME, definition.name(),
					ConfiguredValue.of(definition.name(), "cors.policies." + definition.name(),
							Subject.locationOf(definition)),
					"The base policy has this name; its keys stand directly under cors.",
					"Give cors.policies." + definition.name() + " another name, or move its keys up to cors."));
	}

}
