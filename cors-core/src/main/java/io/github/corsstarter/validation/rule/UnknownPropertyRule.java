package io.github.corsstarter.validation.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.Subject;
import org.jspecify.annotations.Nullable;

/**
 * {@code unknown-property}: a key that nearly is a known one, or an element or a key
 * below one that has none.
 */
final class UnknownPropertyRule implements Rule {

	@Override
	public void check(Subject subject, Consumer<Finding> findings) {
		Set<String> seen = new HashSet<>();
		for (ConfiguredValue<String> written : subject.input().keys()) {
			ConfiguredKey key = ConfiguredKey.of(written);
			if (seen.add(key.isElement() + key.toString())) {
				check(key, findings);
			}
		}
	}

	private static void check(ConfiguredKey key, Consumer<Finding> findings) {
		KnownKeys.Match nearest = KnownKeys.nearest(key);
		if (nearest != null && nearest.distance() > 0) {
			findings.accept(ofUnknown(key, nearest));
		}
		else if (nearest != null && nearest.isScalar() && key.isElement()) {
			findings.accept(ofElement(key, nearest));
		}
		else if (nearest == null) {
			List<ConfiguredKey.Segment> meant = KnownKeys.ofPolicyWithSplitName(key);
			if (meant != null) {
				findings.accept(ofSplitName(key, meant));
			}
		}
	}

	private static Finding ofUnknown(ConfiguredKey key, KnownKeys.Match nearest) {
		String correction = key.spell(nearest.segments());
		return Finding.of(RuleId.UNKNOWN_PROPERTY, policy(nearest.segments()), key.reported(),
				"Nothing reads this key. The nearest one is " + correction + ".",
				"Rename " + key + " to " + correction + ".");
	}

	private static Finding ofSplitName(ConfiguredKey key, List<ConfiguredKey.Segment> meant) {
		String correction = key.spell(meant);
		return Finding.of(RuleId.UNKNOWN_PROPERTY, policy(meant), key.reported(),
				"Nothing reads this key. The name of a policy has no dot, and no underscore in an environment "
						+ "variable.",
				"Rename " + key + " to " + correction + ".");
	}

	private static Finding ofElement(ConfiguredKey key, KnownKeys.Match nearest) {
		String correction = key.spell(nearest.segments());
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
