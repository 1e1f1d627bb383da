package io.github.corsstarter.validation;

import java.util.List;

import io.github.corsstarter.validation.report.ValidationReport;
import io.github.corsstarter.validation.rule.PathSyntax;
import io.github.corsstarter.validation.rule.Rules;
import io.github.corsstarter.validation.subject.ValidationInput;

/**
 * Holds a configuration against every rule. Immutable and safe for use by several
 * threads. Nothing is logged, and nothing thrown for what was configured.
 */
public final class PolicyValidator {

	private final PathSyntax pathSyntax;

	/**
	 * Create a validator.
	 * @param pathSyntax knows which path patterns can be parsed
	 */
	public PolicyValidator(PathSyntax pathSyntax) {
		this.pathSyntax = pathSyntax;
	}

	/**
	 * Collect all violations of an application whose only CORS configuration this is.
	 * @param input what was configured, and where the application runs
	 * @return the report
	 */
	public ValidationReport validate(ValidationInput input) {
		return start(input).complete(List.of(), List.of());
	}

	/**
	 * Collect the violations in the properties. The application's other CORS
	 * configuration can follow once it can be read.
	 * @param input what was configured, and where the application runs
	 * @return a validation of which the first step is done
	 */
	public StagedValidation start(ValidationInput input) {
		return new StagedValidation(Rules.of(this.pathSyntax, input), input);
	}

}
