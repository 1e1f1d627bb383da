package io.github.corsstarter.validation.report;

/**
 * Stops the start because of what validation found.
 */
@SuppressWarnings("serial")
public abstract sealed class CorsPolicyException extends RuntimeException
		permits InvalidCorsPolicyException, UnsafeCorsPolicyException {

	private final transient ValidationReport report;

	CorsPolicyException(ValidationReport report) {
		super(new FailureText(report).description());
		this.report = report;
	}

	static CorsPolicyException of(ValidationReport report) {
		return report.isValid() ? new UnsafeCorsPolicyException(report) : new InvalidCorsPolicyException(report);
	}

	/**
	 * Return what validation found.
	 * @return the report, with at least one error
	 */
	public ValidationReport report() {
		return this.report;
	}

}
