package io.github.corsstarter.validation.rule;

import java.util.Locale;
import java.util.function.Consumer;

import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.Subject;

/**
 * {@code missing-paths}: a named policy that governs no path.
 */
final class MissingPathsRule implements Rule {

	@Override
	public void check(Subject subject, Consumer<Finding> findings) {
		for (CorsPolicyDefinition definition : subject.definitions()) {
			if (!definition.isBase() && Subject.values(definition.paths()).isEmpty()) {
				findings.accept(finding(definition));
			}
		}
	}

	private static Finding finding(CorsPolicyDefinition definition) {
		String key = CorsPolicyDefinition.propertyPrefix(definition.name()) + "paths";
		ConfiguredList paths = definition.paths();
		return Finding.of(RuleId.MISSING_PATHS, definition.name(),
				(paths != null) ? Blank.value(paths) : ConfiguredValue.of("", key, definition.location()),
				"A named policy governs the paths that it names, and inherits none.",
				isPath(definition.name()) ? nameApart(definition.name())
						: "Set " + key + ", such as /api/**, or switch the policy off by "
								+ CorsPolicyDefinition.propertyPrefix(definition.name()) + "enabled=false.");
	}

	/**
	 * Other configuration has paths for keys.
	 */
	private static boolean isPath(String name) {
		return name.startsWith("/") || name.startsWith("[/");
	}

	private static String nameApart(String path) {
		String pattern = path.replaceAll("^\\[|\\]$", "");
		String word = pattern.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
		return "Give the policy a name of letters and digits, and the path as a value: cors.policies."
				+ (word.isEmpty() ? "api" : word) + ".paths: " + pattern;
	}

}
