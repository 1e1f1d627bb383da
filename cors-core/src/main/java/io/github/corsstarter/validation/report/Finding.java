package io.github.corsstarter.validation.report;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.Location;
import io.github.corsstarter.policy.Place;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found, before severities and waivers are applied.
 *
 * @param rule the rule
 * @param policy the name of the policy, or {@code null} if no single policy is meant
 * @param property the key of the value, or {@code null} if it is code
 * @param value the value as it was written, or {@code null} if there is none
 * @param spelling the value in its normalised spelling, the value itself if it has none
 * @param location where the value was read from
 * @param message why, in one or two sentences
 * @param detail lines to show below the message, or {@code null}
 * @param remedy what to do
 */
public record Finding(RuleId rule, @Nullable String policy, @Nullable String property, @Nullable String value,
		@Nullable String spelling, @Nullable Location location, String message, @Nullable String detail,
		String remedy) {

	/**
	 * Create a finding about a value.
	 * @param rule the rule
	 * @param policy the name of the policy, or {@code null} if no single policy is meant
	 * @param value the value
	 * @param message why, in one or two sentences
	 * @param remedy what to do
	 * @return the finding
	 */
	public static Finding of(RuleId rule, @Nullable String policy, ConfiguredValue<?> value, String message,
			String remedy) {
		String property = (value.place() instanceof Place.Key) ? value.property() : null;
		return new Finding(rule, policy, property, value.text(), value.text(), value.location(), message, null, remedy);
	}

	/**
	 * Add the normalised spelling of the value.
	 * @param spelling the value as it is matched
	 * @return the finding with this spelling
	 */
	public Finding withSpelling(String spelling) {
		return new Finding(this.rule, this.policy, this.property, this.value, spelling, this.location, this.message,
				this.detail, this.remedy);
	}

	/**
	 * Add lines to show below the message.
	 * @param detail the lines, or {@code null}
	 * @return the finding with these lines
	 */
	public Finding withDetail(@Nullable String detail) {
		return new Finding(this.rule, this.policy, this.property, this.value, this.spelling, this.location,
				this.message, detail, this.remedy);
	}

}
