package io.github.corsstarter.validation.rule;

import java.util.function.Consumer;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.Location;
import io.github.corsstarter.policy.Place;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.Remedy;
import io.github.corsstarter.validation.subject.Subject;
import org.jspecify.annotations.Nullable;

/**
 * {@code explain-rejections}: rejections explained to every client.
 */
final class ExplainRejectionsRule implements Rule {

	private static final String KEY = "cors.explain-rejections";

	@Override
	public void check(Subject subject, Consumer<Finding> findings) {
		if (subject.input().explainRejections()) {
			findings.accept(finding(subject));
		}
	}

	private static Finding finding(Subject subject) {
		ConfiguredValue<Boolean> value = ConfiguredValue.of(true, "true", Place.ofKey(KEY), location(subject));
		return Finding.of(RuleId.EXPLAIN_REJECTIONS, null, value,
				"Every client that sends a request is told which keys, methods and headers the policies have. "
						+ "This is an aid for development.",
				"Set " + Remedy.productionPlace(value, subject.deployment()) + " to false.");
	}

	private static @Nullable Location location(Subject subject) {
		for (ConfiguredValue<String> key : subject.input().keys()) {
			if (Nearness.uniform(key.value()).equals(Nearness.uniform(KEY))) {
				return key.location();
			}
		}
		return null;
	}

}
