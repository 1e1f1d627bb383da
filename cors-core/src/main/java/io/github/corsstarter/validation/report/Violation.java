package io.github.corsstarter.validation.report;

import java.util.stream.Collectors;

import io.github.corsstarter.policy.Location;
import io.github.corsstarter.policy.text.Escape;
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
 * @param asked whether it was found out by requests that nobody sent
 */
public record Violation(RuleId rule, Severity severity, @Nullable String policy, @Nullable String property,
		@Nullable String value, @Nullable Location location, String message, String remedy, @Nullable Waiver waiver,
		boolean asked) {

	public Violation {
		policy = escape(policy);
		property = escape(property);
		value = escape(value);
		message = message.lines().map(Escape::escape).collect(Collectors.joining("\n"));
		remedy = Escape.escape(remedy);
	}

	/**
	 * Create a violation that was read.
	 * @param rule the rule
	 * @param severity how much it weighs here
	 * @param policy the name of the policy, or {@code null}
	 * @param property the key of the value, or {@code null}
	 * @param value the value as it was written
	 * @param location where the value was read from
	 * @param message why
	 * @param remedy what to do
	 * @param waiver what waives it, or {@code null}
	 */
	public Violation(RuleId rule, Severity severity, @Nullable String policy, @Nullable String property,
			@Nullable String value, @Nullable Location location, String message, String remedy,
			@Nullable Waiver waiver) {
		this(rule, severity, policy, property, value, location, message, remedy, waiver, false);
	}

	/**
	 * Create the violation that a finding is.
	 * @param finding what a rule found
	 * @param severity how much it weighs here
	 * @param waiver what waives it, or {@code null}
	 * @param asked whether it was found out by requests that nobody sent
	 * @return the violation
	 */
	public static Violation of(Finding finding, Severity severity, @Nullable Waiver waiver, boolean asked) {
		String message = Escape.escape(finding.message());
		return new Violation(finding.rule(), severity, finding.policy(), finding.property(), finding.value(),
				finding.location(), (finding.detail() != null) ? message + "\n" + finding.detail() : message,
				finding.remedy(), waiver, asked);
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
	 * Return what has the value.
	 * @return the key, or the component of the application
	 */
	public String place() {
		return (this.property != null) ? this.property : String.valueOf(this.location);
	}

	/**
	 * Return whether the violation is waived.
	 * @return {@code true} if it has a waiver
	 */
	public boolean isWaived() {
		return this.waiver != null;
	}

}
