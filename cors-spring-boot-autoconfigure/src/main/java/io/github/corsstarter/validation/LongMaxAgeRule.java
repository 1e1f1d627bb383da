package io.github.corsstarter.validation;

import java.time.Duration;
import java.util.stream.Stream;

import io.github.corsstarter.policy.ConfiguredValue;

/**
 * {@code long-max-age}: a time that every browser cuts short.
 */
final class LongMaxAgeRule implements Rule {

	private static final Duration LONGEST = Duration.ofHours(24);

	@Override
	public Stream<Finding> check(Subject subject) {
		return subject.policies().stream().flatMap(LongMaxAgeRule::check);
	}

	private static Stream<Finding> check(GoverningPolicy policy) {
		ConfiguredValue<Duration> maxAge = policy.effective().maxAge();
		return (maxAge.value().compareTo(LONGEST) <= 0) ? Stream.empty()
				: Stream.of(
						Finding
							.of(RuleId.LONG_MAX_AGE, policy.name(), maxAge,
									"Browsers cache preflights for less: Chromium at most 2 hours, Firefox 24 hours, "
											+ "WebKit 10 minutes.",
									"Set %s to 24h or less.".formatted(maxAge.property())));
	}

}
