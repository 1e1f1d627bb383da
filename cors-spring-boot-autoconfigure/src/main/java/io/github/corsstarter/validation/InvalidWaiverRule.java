package io.github.corsstarter.validation;

import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.policy.ConfiguredValue;
import org.jspecify.annotations.Nullable;

/**
 * {@code invalid-waiver}: a waiver without rule, value or reason, with a key that waivers
 * do not have, or with an unreadable date.
 */
final class InvalidWaiverRule implements Rule {

	private static final List<String> KEYS = List.of("rule", "value", "policy", "reason", "expires");

	@Override
	public Stream<Finding> check(Subject subject) {
		return subject.input()
			.waivers()
			.stream()
			.flatMap((waiver) -> Stream
				.of(missing(waiver, "rule", waiver.rule(), "the id of the rule that it silences"),
						missing(waiver, "value", waiver.value(), meaningOfValue(waiver)),
						missing(waiver, "reason", waiver.reason(), "the reason, for those who come after you"),
						unknownKeys(waiver), unreadableDate(waiver))
				.flatMap((findings) -> findings));
	}

	/**
	 * Says what to write. A bare {@code null} is no value in YAML, so that whoever
	 * excuses the origin of that name finds the waiver empty.
	 */
	private static String meaningOfValue(WaiverDefinition waiver) {
		ConfiguredValue<String> rule = waiver.rule();
		boolean nullOrigin = waiver.value() != null && rule != null
				&& RuleId.find(rule.value().strip()) == RuleId.NULL_ORIGIN;
		return nullOrigin ? "\"null\", with the quotes: without them YAML takes it for no value"
				: "the value that it excuses, as the report prints it";
	}

	private static Stream<Finding> missing(WaiverDefinition waiver, String key, @Nullable ConfiguredValue<String> value,
			String meaning) {
		if (value != null && !value.value().isBlank()) {
			return Stream.empty();
		}
		String property = waiver.property() + "." + key;
		return Stream.of(Finding.of(RuleId.INVALID_WAIVER, null, ConfiguredValue.of("", property, waiver.location()),
				"A waiver without " + key + " excuses nothing.", "Set " + property + " to " + meaning + "."));
	}

	private static Stream<Finding> unknownKeys(WaiverDefinition waiver) {
		return waiver.unknownKeys().stream().map((key) -> {
			String property = waiver.property() + "." + key.value();
			String nearest = Nearness.nearest(key.value(), KEYS);
			return Finding.of(RuleId.INVALID_WAIVER, null, ConfiguredValue.of(property, property, key.location()),
					"A waiver has no key " + key.value() + ".",
					(nearest != null) ? "Rename " + property + " to " + waiver.property() + "." + nearest + "."
							: "Remove " + property + "; a waiver has the keys " + String.join(", ", KEYS) + ".");
		});
	}

	private static Stream<Finding> unreadableDate(WaiverDefinition waiver) {
		ConfiguredValue<String> expires = waiver.expires();
		if (expires == null || expires.value().isBlank() || Waivers.parseDate(expires.value()) != null) {
			return Stream.empty();
		}
		return Stream.of(Finding.of(RuleId.INVALID_WAIVER, null, expires, "The date cannot be read.",
				"Write the last day of the waiver as year-month-day, such as 2027-06-30, in " + expires.property()
						+ "."));
	}

}
