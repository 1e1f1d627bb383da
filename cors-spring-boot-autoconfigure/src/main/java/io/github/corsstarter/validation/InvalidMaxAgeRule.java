package io.github.corsstarter.validation;

import java.time.Duration;
import java.util.stream.Stream;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;

/**
 * {@code invalid-max-age}: a negative time.
 */
final class InvalidMaxAgeRule implements Rule {

	@Override
	public Stream<Finding> check(Subject subject) {
		return subject.definitions().stream().flatMap(InvalidMaxAgeRule::check);
	}

	private static Stream<Finding> check(CorsPolicyDefinition definition) {
		ConfiguredValue<Duration> maxAge = definition.maxAge();
		return (maxAge == null || !maxAge.value().isNegative()) ? Stream.empty()
				: Stream.of(Finding.of(RuleId.INVALID_MAX_AGE, definition.name(), maxAge,
						"A preflight cannot be cached for less than no time.",
						"Set %s to 0 to switch caching off, or to a time such as 30m.".formatted(maxAge.property())));
	}

}
