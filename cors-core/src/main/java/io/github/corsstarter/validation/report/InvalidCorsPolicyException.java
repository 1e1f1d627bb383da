package io.github.corsstarter.validation.report;

/**
 * Stops the start because a configuration rule is broken: the policies cannot be
 * compiled.
 */
public final class InvalidCorsPolicyException extends CorsPolicyException {

	private static final long serialVersionUID = 1L;

	InvalidCorsPolicyException(ValidationReport report) {
		super(report);
	}

}
