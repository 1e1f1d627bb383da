package io.github.corsstarter.validation;

import io.github.corsstarter.policy.ConfiguredValue;

/**
 * {@code invalid-severity}: a word that is none of {@code error}, {@code warn} and
 * {@code off}.
 */
final class InvalidSeverityRule implements Rule {

	@Override
	public void check(Subject subject, Findings findings) {
		for (ConfiguredValue<String> word : subject.input().severities().values()) {
			if (Severity.parse(word.value()) == null) {
				findings.add(
						Finding.of(RuleId.INVALID_SEVERITY, null, word, "The severity of a rule is error, warn or off.",
								"Set " + word.property() + " to error, warn or off."));
			}
		}
	}

}
