package io.github.corsstarter.validation.report;

/**
 * Stops the start because the policies are valid and not safe.
 */
public final class UnsafeCorsPolicyException extends CorsPolicyException {

	private static final long serialVersionUID = 1L;

	UnsafeCorsPolicyException(ValidationReport report) {
		super(report);
	}

}
