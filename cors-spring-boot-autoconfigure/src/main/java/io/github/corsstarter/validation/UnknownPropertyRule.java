package io.github.corsstarter.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.corsstarter.policy.ConfiguredValue;
import org.jspecify.annotations.Nullable;

/**
 * {@code unknown-property}: a key that nearly is a known one, or an element or a key
 * below one that has none.
 */
final class UnknownPropertyRule implements Rule {

	@Override
	public Stream<Finding> check(Subject subject) {
		Set<String> seen = new HashSet<>();
		return subject.input()
			.keys()
			.stream()
			.map(ConfiguredKey::of)
			.filter((key) -> seen.add(key.isElement() + key.toString()))
			.flatMap(UnknownPropertyRule::check);
	}

	private static Stream<Finding> check(ConfiguredKey key) {
		KnownKeys.Match nearest = KnownKeys.nearest(key);
		if (nearest == null) {
			return Stream.empty();
		}
		String correction = key.spell(nearest.segments());
		if (nearest.distance() == 0) {
			return (key.isElement() && nearest.isScalar()) ? Stream.of(ofElement(key, correction, nearest))
					: Stream.empty();
		}
		return Stream.of(Finding.of(RuleId.UNKNOWN_PROPERTY, policy(nearest.segments()), key.reported(),
				"Nothing reads this key. The nearest one is " + correction + ".",
				"Rename " + key + " to " + correction + "."));
	}

	private static Finding ofElement(ConfiguredKey key, String correction, KnownKeys.Match nearest) {
		ConfiguredValue<String> element = key.reportedElement();
		return Finding.of(RuleId.UNKNOWN_PROPERTY, policy(nearest.segments()), element,
				"Nothing reads this key: " + correction + " has one value and no elements.",
				"Rename " + element.value() + " to " + correction + ".");
	}

	private static @Nullable String policy(List<ConfiguredKey.Segment> segments) {
		return (segments.size() > 1 && segments.get(0).name().equals("policies"))
				? segments.get(1).name().replaceAll("[\\[\\]]", "") : null;
	}

}
