package io.github.corsstarter.validation.rule;

import java.time.Duration;
import java.util.function.Consumer;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import io.github.corsstarter.validation.subject.Remedy;

/**
 * {@code long-max-age}: a time that every browser cuts short.
 */
final class LongMaxAgeRule implements PolicyRule {

	private static final Duration LONGEST = Duration.ofHours(24);

	@Override
	public void check(GoverningPolicy policy, Deployment deployment, Consumer<Finding> findings) {
		ConfiguredValue<Duration> maxAge = policy.effective().maxAge();
		if (maxAge.value().compareTo(LONGEST) > 0) {
			findings.accept(
					Finding
						.of(RuleId.LONG_MAX_AGE, policy.name(), maxAge,
								"Browsers cache preflights for less: Chromium at most 2 hours, Firefox 24 hours, "
										+ "WebKit 10 minutes.",
								"Set %s to 24h or less.".formatted(Remedy.key(maxAge))));
		}
	}

}
