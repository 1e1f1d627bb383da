package io.github.corsstarter.validation;

import java.util.stream.Stream;

import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;

/**
 * {@code missing-paths}: a named policy that governs no path.
 */
final class MissingPathsRule implements Rule {

	@Override
	public Stream<Finding> check(Subject subject) {
		return subject.definitions()
			.stream()
			.filter((definition) -> !definition.isBase() && hasNoPaths(definition))
			.map(MissingPathsRule::finding);
	}

	private static boolean hasNoPaths(CorsPolicyDefinition definition) {
		ConfiguredList paths = definition.paths();
		return paths == null || paths.values().isEmpty();
	}

	private static Finding finding(CorsPolicyDefinition definition) {
		String key = CorsPolicyDefinition.propertyPrefix(definition.name()) + "paths";
		ConfiguredList paths = definition.paths();
		return Finding.of(RuleId.MISSING_PATHS, definition.name(),
				(paths != null) ? Blank.value(paths) : ConfiguredValue.of("", key, Subject.locationOf(definition)),
				"A named policy governs the paths that it names, and inherits none.",
				"Set " + key + ", such as /api/**, or switch the policy off by "
						+ CorsPolicyDefinition.propertyPrefix(definition.name()) + "enabled=false.");
	}

}
