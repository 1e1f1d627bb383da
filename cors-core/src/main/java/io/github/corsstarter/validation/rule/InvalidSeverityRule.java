package io.github.corsstarter.validation.rule;

import java.util.function.Consumer;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Severity;
import io.github.corsstarter.validation.subject.Remedy;
import io.github.corsstarter.validation.subject.Subject;

/**
 * {@code invalid-severity}: a word that is none of {@code error}, {@code warn} and
 * {@code off}.
 */
final class InvalidSeverityRule implements Rule {

	@Override
	public void check(Subject subject, Consumer<Finding> findings) {
		for (ConfiguredValue<String> word : subject.input().severities().values()) {
			if (Severity.parse(word.value()) == null) {
				findings.accept(
						Finding.of(RuleId.INVALID_SEVERITY, null, word, "The severity of a rule is error, warn or off.",
								"Set " + Remedy.key(word) + " to error, warn or off."));
			}
		}
	}

}
