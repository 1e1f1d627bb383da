package io.github.corsstarter.validation.rule;

import java.util.List;
import java.util.function.Consumer;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.Subject;
import io.github.corsstarter.validation.subject.WaiverDefinition;
import org.jspecify.annotations.Nullable;

/**
 * {@code invalid-waiver}: a waiver without rule, value or reason, with a key that waivers
 * do not have, or with an unreadable date.
 */
final class InvalidWaiverRule implements Rule {

	private static final List<String> KEYS = List.of("rule", "value", "policy", "reason", "expires");

	@Override
	public void check(Subject subject, Consumer<Finding> findings) {
		for (WaiverDefinition waiver : subject.input().waivers()) {
			checkValue(waiver, "rule", waiver.rule(), "the id of the rule", findings);
			checkValue(waiver, "value", waiver.value(), meaningOfValue(waiver), findings);
			checkValue(waiver, "reason", waiver.reason(), "the reason, for those who come after you", findings);
			for (ConfiguredValue<String> key : waiver.unknownKeys()) {
				findings.accept(unknownKey(waiver, key));
			}
			checkDate(waiver.expires(), findings);
		}
	}

	/**
	 * Say what to write. A bare {@code null} is no value in YAML, so that a waiver of the
	 * origin of that name is empty without quotes.
	 */
	private static String meaningOfValue(WaiverDefinition waiver) {
		ConfiguredValue<String> rule = waiver.rule();
		boolean nullOrigin = waiver.value() != null && rule != null
				&& RuleId.find(rule.value().strip()) == RuleId.NULL_ORIGIN;
		return nullOrigin ? "\"null\", with the quotes: without them YAML takes it for no value"
				: "the value that it waives, as the report prints it";
	}

	private static void checkValue(WaiverDefinition waiver, String key, @Nullable ConfiguredValue<String> value,
			String meaning, Consumer<Finding> findings) {
		if (value == null || value.value().isBlank()) {
			String property = waiver.property() + "." + key;
			findings.accept(Finding.of(RuleId.INVALID_WAIVER, null, ConfiguredValue.of("", property, waiver.location()),
					"A waiver without " + key + " waives nothing.", "Set " + property + " to " + meaning + "."));
		}
	}

	private static Finding unknownKey(WaiverDefinition waiver, ConfiguredValue<String> key) {
		String property = waiver.property() + "." + key.value();
		String nearest = Nearness.nearest(key.value(), KEYS);
		return Finding.of(RuleId.INVALID_WAIVER, null, ConfiguredValue.of(property, property, key.location()),
				"A waiver has no key " + key.value() + ".",
				(nearest != null) ? "Rename " + property + " to " + waiver.property() + "." + nearest + "."
						: "Remove " + property + "; a waiver has the keys " + String.join(", ", KEYS) + ".");
	}

	private static void checkDate(@Nullable ConfiguredValue<String> expires, Consumer<Finding> findings) {
		if (expires != null && !expires.value().isBlank() && WaiverDefinition.parseDate(expires.value()) == null) {
			findings.accept(Finding.of(RuleId.INVALID_WAIVER, null, expires, "The date cannot be read.",
					"Write the last day of the waiver as year-month-day, such as 2027-06-30, in " + expires.property()
							+ "."));
		}
	}

}
