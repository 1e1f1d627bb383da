package io.github.corsstarter.validation;

import java.util.Objects;
import java.util.stream.Stream;

import io.github.corsstarter.policy.ConfiguredValue;

/**
 * {@code unknown-rule}: an id under {@code cors.validation} that is no safety rule and no
 * advice.
 */
final class UnknownRuleRule implements Rule {

	@Override
	public Stream<Finding> check(Subject subject) {
		return Stream.concat(severities(subject.input()), waivers(subject.input()));
	}

	private static Stream<Finding> severities(ValidationInput input) {
		return input.severities()
			.entrySet()
			.stream()
			.filter((entry) -> !isAdjustable(entry.getKey()))
			.map((entry) -> finding(entry.getKey(), entry.getValue()));
	}

	private static Finding finding(String id, ConfiguredValue<String> word) {
		return Finding.of(RuleId.UNKNOWN_RULE, null, word, message(id), remedy(id, word));
	}

	private static Stream<Finding> waivers(ValidationInput input) {
		return input.waivers()
			.stream()
			.map(WaiverDefinition::rule)
			.filter(Objects::nonNull)
			.filter((rule) -> !rule.value().isBlank() && !isAdjustable(rule.value()))
			.map((rule) -> Finding.of(RuleId.UNKNOWN_RULE, null, rule, message(rule.value()),
					remedy(rule.value(), rule)));
	}

	private static boolean isAdjustable(String id) {
		RuleId rule = RuleId.find(id);
		return rule != null && rule.isAdjustable();
	}

	private static String message(String id) {
		return (RuleId.find(id) != null)
				? id + " is a configuration rule: it holds in every profile, and cannot be adjusted or waived."
				: "No rule has the id " + id + ".";
	}

	private static String remedy(String id, ConfiguredValue<String> value) {
		if (RuleId.find(id) != null) {
			return "Remove " + value.property() + " and correct what the rule reports.";
		}
		String nearest = Nearness.nearest(id, RuleId.adjustable().stream().map(RuleId::id).toList());
		if (nearest == null) {
			return "Remove " + value.property() + ", or use the id of a safety rule or of an advice.";
		}
		return value.value().equals(id) ? "Set " + value.property() + " to " + nearest + "."
				: "Rename " + value.property() + " to cors.validation.rules." + nearest + ".";
	}

}
