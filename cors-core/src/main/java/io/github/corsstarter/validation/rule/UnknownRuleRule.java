package io.github.corsstarter.validation.rule;

import java.util.Map;
import java.util.function.Consumer;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.Subject;
import io.github.corsstarter.validation.subject.WaiverDefinition;

/**
 * {@code unknown-rule}: an id under {@code cors.validation} that is no safety rule and no
 * advice.
 */
final class UnknownRuleRule implements Rule {

	@Override
	public void check(Subject subject, Consumer<Finding> findings) {
		for (Map.Entry<String, ConfiguredValue<String>> severity : subject.input().severities().entrySet()) {
			check(severity.getKey(), severity.getValue(), findings);
		}
		for (WaiverDefinition waiver : subject.input().waivers()) {
			ConfiguredValue<String> rule = waiver.rule();
			if (rule != null && !rule.value().isBlank()) {
				check(rule.value(), rule, findings);
			}
		}
	}

	private static void check(String id, ConfiguredValue<String> value, Consumer<Finding> findings) {
		RuleId rule = RuleId.find(id);
		if (rule == null || !rule.isAdjustable()) {
			findings.accept(Finding.of(RuleId.UNKNOWN_RULE, null, value, message(id), remedy(id, value)));
		}
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
			return "Remove " + value.property() + ", or use the id of a safety or advisory rule.";
		}
		return value.value().equals(id) ? "Set " + value.property() + " to " + nearest + "."
				: "Rename " + value.property() + " to cors.validation.rules." + nearest + ".";
	}

}
