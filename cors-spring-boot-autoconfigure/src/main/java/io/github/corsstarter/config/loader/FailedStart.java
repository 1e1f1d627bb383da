package io.github.corsstarter.config.loader;

import io.github.corsstarter.validation.report.FailureText;
import io.github.corsstarter.validation.report.ValidationReport;

/**
 * The report of a failed start, as Spring Boot writes it.
 *
 * @param report a report with at least one error
 */
public record FailedStart(ValidationReport report) {

	private static final String RULE = "***************************";

	/**
	 * Return the report.
	 * @return lines, each with its line separator, from the asterisks above the title on
	 */
	public String text() {
		FailureText text = new FailureText(this.report);
		return """
				%s
				APPLICATION FAILED TO START
				%s

				Description:

				%s

				Action:

				%s
				""".formatted(RULE, RULE, text.description(), text.action());
	}

	/**
	 * Return the report for an application that was not started. It closes with what the
	 * configuration alone does not show, where that of the start closes with what it did
	 * not get to.
	 * @return lines, each with its line separator
	 */
	public String foretold() {
		ValidationReport complete = new ValidationReport(this.report.production(), this.report.activeProfiles(),
				this.report.violations(), true);
		return new FailedStart(complete).text() + "\n" + ConfiguredApplication.closingLine() + "\n";
	}

}
