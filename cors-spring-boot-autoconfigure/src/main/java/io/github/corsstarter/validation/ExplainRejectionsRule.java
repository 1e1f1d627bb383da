package io.github.corsstarter.validation;

import java.util.stream.Stream;

import io.github.corsstarter.policy.ConfiguredValue;
import org.jspecify.annotations.Nullable;

/**
 * {@code explain-rejections}: rejections explained to everybody.
 */
final class ExplainRejectionsRule implements Rule {

	private static final String KEY = "cors.explain-rejections";

	@Override
	public Stream<Finding> check(Subject subject) {
		if (!subject.input().explainRejections()) {
			return Stream.empty();
		}
		ConfiguredValue<Boolean> value = new ConfiguredValue<>(true, "true", KEY, location(subject));
		return Stream.of(Finding.of(RuleId.EXPLAIN_REJECTIONS, null, value,
				"Everybody who sends a request is told which keys, methods and headers the policies have. "
						+ "This is an aid for development.",
				"Set " + Remedy.productionPlace(value, subject.deployment()) + " to false."));
	}

	private static @Nullable String location(Subject subject) {
		return subject.input()
			.keys()
			.stream()
			.filter((key) -> Nearness.uniform(key.value()).equals(Nearness.uniform(KEY)))
			.map(ConfiguredValue::location)
			.findFirst()
			.orElse(null);
	}

}
