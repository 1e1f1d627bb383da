package io.github.corsstarter.validation.rule;

import java.time.Duration;
import java.util.function.Consumer;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.Remedy;
import io.github.corsstarter.validation.subject.Subject;

/**
 * {@code invalid-max-age}: a negative time.
 */
final class InvalidMaxAgeRule implements Rule {

	@Override
	public void check(Subject subject, Consumer<Finding> findings) {
		for (CorsPolicyDefinition definition : subject.definitions()) {
			ConfiguredValue<Duration> maxAge = definition.maxAge();
			if (maxAge != null && maxAge.value().isNegative()) {
				findings.accept(Finding.of(RuleId.INVALID_MAX_AGE, definition.name(), maxAge,
						"max-age must not be negative.",
						"Set %s to 0 to switch caching off, or to a time such as 30m.".formatted(Remedy.key(maxAge))));
			}
		}
	}

}
