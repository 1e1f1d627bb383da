package io.github.corsstarter.validation.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import io.github.corsstarter.validation.subject.Remedy;
import io.github.corsstarter.validation.subject.Subject;

/**
 * {@code duplicate-path}: the same path pattern twice, so that no order of the two could
 * be told. A policy that only reports is never in the way of one that is enforced.
 */
final class DuplicatePathRule implements Rule {

	private final PathSyntax syntax;

	/**
	 * Create the rule.
	 * @param syntax knows how patterns are compared
	 */
	DuplicatePathRule(PathSyntax syntax) {
		this.syntax = syntax;
	}

	@Override
	public void check(Subject subject, Consumer<Finding> findings) {
		Map<String, ConfiguredValue<String>> enforced = new HashMap<>();
		Map<String, ConfiguredValue<String>> reporting = new HashMap<>();
		for (GoverningPolicy policy : subject.policies()) {
			Map<String, ConfiguredValue<String>> seen = policy.effective().isReportOnly() ? reporting : enforced;
			for (ConfiguredValue<String> path : policy.effective().paths().values()) {
				ConfiguredValue<String> first = seen.putIfAbsent(this.syntax.comparable(path.value()), path);
				if (first != null) {
					findings.accept(finding(policy, path, first));
				}
			}
		}
	}

	private static Finding finding(GoverningPolicy policy, ConfiguredValue<String> path,
			ConfiguredValue<String> first) {
		return Finding.of(RuleId.DUPLICATE_PATH, policy.name(), path,
				"%s governs the same paths already: it is %s.".formatted(first.property(), first.text()),
				Remedy.remove(path));
	}

}
