package io.github.corsstarter.validation.rule;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.Enforcement;
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
		Map<Enforcement, Map<String, ConfiguredValue<String>>> all = new EnumMap<>(Enforcement.class);
		for (GoverningPolicy policy : subject.policies()) {
			Map<String, ConfiguredValue<String>> seen = all.computeIfAbsent(policy.effective().enforcement().value(),
					(enforcement) -> new HashMap<>());
			for (ConfiguredValue<String> path : policy.effective().paths().values()) {
				ConfiguredValue<String> first = seen.putIfAbsent(compared(path.value()), path);
				if (first != null) {
					findings.accept(finding(policy, path, first));
				}
			}
		}
	}

	private String compared(String pattern) {
		String nameless = withoutVariableNames(pattern);
		return this.syntax.ignoresCase() ? nameless.toLowerCase(Locale.ROOT) : nameless;
	}

	private static Finding finding(GoverningPolicy policy, ConfiguredValue<String> path,
			ConfiguredValue<String> first) {
		return Finding.of(RuleId.DUPLICATE_PATH, policy.name(), path,
				"%s governs the same paths already: it is %s.".formatted(first.property(), first.text()),
				Remedy.remove(path));
	}

	/**
	 * Leave the variables of a pattern without their names, which tell no two paths
	 * apart. Regular expressions of variables may have braces of their own.
	 */
	private static String withoutVariableNames(String pattern) {
		StringBuilder nameless = new StringBuilder(pattern.length());
		int depth = 0;
		boolean name = false;
		for (char c : pattern.toCharArray()) {
			depth += (c == '{') ? 1 : 0;
			depth -= (c == '}') ? 1 : 0;
			name = (c == '{' && depth == 1) || (name && depth == 1 && c != ':');
			if (!name || c == '{' || c == '*') {
				nameless.append(c);
			}
		}
		return nameless.toString();
	}

}
