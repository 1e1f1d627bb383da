package io.github.corsstarter.validation.report;

import java.util.stream.Collectors;

import io.github.corsstarter.policy.Escape;
import io.github.corsstarter.policy.Location;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with the configuration. Every text is safe to print: control
 * characters are escaped.
 *
 * @param rule the rule
 * @param severity how much it weighs here; never {@link Severity#OFF}
 * @param policy the name of the policy, or {@code null} if no single policy is meant
 * @param property the key of the value, with the index of a list element
 * @param value the value as it was written
 * @param location where the value was read from
 * @param message why, in one or two plain sentences; the first line may be followed by
 * lines that show the value and the place at fault
 * @param remedy what to do, naming the key to change
 * @param waiver what waives the violation, or {@code null}; a waived violation is listed,
 * and stops and warns of nothing
 */
public record Violation(RuleId rule, Severity severity, @Nullable String policy, @Nullable String property,
		@Nullable String value, @Nullable Location location, String message, String remedy, @Nullable Waiver waiver) {

	public Violation {
		policy = escape(policy);
		property = escape(property);
		value = escape(value);
		message = message.lines().map(Escape::escape).collect(Collectors.joining("\n"));
		remedy = Escape.escape(remedy);
	}

	/**
	 * Create the violation that a finding is.
	 * @param finding what a rule found
	 * @param severity how much it weighs here
	 * @param waiver what waives it, or {@code null}
	 * @return the violation
	 */
	public static Violation of(Finding finding, Severity severity, @Nullable Waiver waiver) {
		String message = Escape.escape(finding.message());
		return new Violation(finding.rule(), severity, finding.policy(), finding.property(), finding.value(),
				finding.location(), (finding.detail() != null) ? message + "\n" + finding.detail() : message,
				finding.remedy(), waiver);
	}

	private static @Nullable String escape(@Nullable String text) {
		return (text != null) ? Escape.escape(text) : null;
	}

	/**
	 * Return what is wrong: the key and, where it says more than the key, its value.
	 * @return one line
	 */
	public String subject() {
		if (this.property == null || this.value == null || this.value.isEmpty() || this.value.equals(this.property)) {
			return (this.property != null) ? this.property : String.valueOf(this.value);
		}
		return this.property + " = " + this.value;
	}

	/**
	 * Return whether the violation is waived.
	 * @return {@code true} if it has a waiver
	 */
	public boolean isWaived() {
		return this.waiver != null;
	}

}
