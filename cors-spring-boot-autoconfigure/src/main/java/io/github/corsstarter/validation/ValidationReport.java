package io.github.corsstarter.validation;

import java.util.List;
import java.util.stream.Stream;

/**
 * What validation found. Immutable.
 *
 * @param production whether the application runs in production
 * @param activeProfiles the active profiles in the order in which they were activated
 * @param violations all violations: of configuration rules, of safety rules, then advice,
 * and within a rule in the order in which policies and entries were declared
 */
public record ValidationReport(boolean production, List<String> activeProfiles, List<Violation> violations) {

	public ValidationReport {
		activeProfiles = List.copyOf(activeProfiles);
		violations = List.copyOf(violations);
	}

	/**
	 * Returns what stops the start.
	 * @return the errors that no waiver excuses
	 */
	public List<Violation> errors() {
		return unexcused(Severity.ERROR).toList();
	}

	/**
	 * Returns what is to be logged when the application starts.
	 * @return the warnings that no waiver excuses
	 */
	public List<Violation> warnings() {
		return unexcused(Severity.WARN).toList();
	}

	/**
	 * Returns what would stop a start in production, but does not stop this one.
	 * @return the unexcused violations of safety rules outside production
	 */
	public List<Violation> infos() {
		return unexcused(Severity.INFO).toList();
	}

	/**
	 * Tells whether the policies can be compiled at all.
	 * @return {@code true} if no configuration rule is broken
	 */
	public boolean isValid() {
		return this.violations.stream().noneMatch(ValidationReport::isConfigurationRule);
	}

	/**
	 * Stops the start if anything is wrong that must stop it.
	 * @throws InvalidCorsPolicyException if a configuration rule is broken
	 * @throws UnsafeCorsPolicyException if there is any other error
	 */
	public void throwIfUnsafe() {
		if (!isValid()) {
			throw new InvalidCorsPolicyException(this);
		}
		if (!errors().isEmpty()) {
			throw new UnsafeCorsPolicyException(this);
		}
	}

	private Stream<Violation> unexcused(Severity severity) {
		return this.violations.stream()
			.filter((violation) -> violation.severity() == severity && !violation.isWaived());
	}

	private static boolean isConfigurationRule(Violation violation) {
		RuleId rule = RuleId.find(violation.rule());
		return rule != null && rule.kind() == RuleId.Kind.CONFIGURATION;
	}

}
