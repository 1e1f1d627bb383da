package io.github.corsstarter.validation.report;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with the configuration.
 *
 * @param rule the id of the rule, see {@link RuleId}
 * @param severity how much it weighs here; never {@link Severity#OFF}
 * @param policy the name of the policy, or {@code null} if no single policy is meant
 * @param property the key of the value, with the index of a list element
 * @param value the value as it was written, control characters escaped
 * @param location where the value was read from
 * @param message why, in one or two plain sentences; the first line may be followed by
 * lines that show the value and the place at fault
 * @param remedy what to do, naming the key to change
 * @param waiver what excuses the violation, or {@code null}; an excused violation is
 * listed, and stops and warns of nothing
 */
public record Violation(String rule, Severity severity, @Nullable String policy, @Nullable String property,
		@Nullable String value, @Nullable String location, String message, String remedy, @Nullable Waiver waiver) {

	/**
	 * Returns what is wrong: the key and, where it says more than the key, its value.
	 * @return one line, control characters escaped
	 */
	public String subject() {
		if (this.property == null || this.value == null || this.value.isEmpty() || this.value.equals(this.property)) {
			return Escape.escape((this.property != null) ? this.property : String.valueOf(this.value));
		}
		return Escape.escape(this.property) + " = " + Escape.escape(this.value);
	}

	/**
	 * Tells whether a waiver excuses the violation.
	 * @return {@code true} if it has a waiver
	 */
	public boolean isWaived() {
		return this.waiver != null;
	}

}
