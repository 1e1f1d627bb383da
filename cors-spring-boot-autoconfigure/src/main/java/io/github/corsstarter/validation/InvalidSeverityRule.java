package io.github.corsstarter.validation;

import java.util.stream.Stream;

/**
 * {@code invalid-severity}: a word that is none of {@code error}, {@code warn} and
 * {@code off}.
 */
final class InvalidSeverityRule implements Rule {

	@Override
	public Stream<Finding> check(Subject subject) {
		return subject.input()
			.severities()
			.values()
			.stream()
			.filter((word) -> Severity.parse(word.value()) == null)
			.map((word) -> Finding.of(RuleId.INVALID_SEVERITY, null, word,
					"The severity of a rule is error, warn or off.",
					"Set " + word.property() + " to error, warn or off."));
	}

}
