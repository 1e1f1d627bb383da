package io.github.corsstarter.jarmode;

import io.github.corsstarter.validation.report.FailureText;
import io.github.corsstarter.validation.report.ValidationReport;

/**
 * The report of a failed start, as Spring Boot writes it.
 *
 * @param report a report with at least one error
 */
record FailedStart(ValidationReport report) {

	private static final String RULE = "***************************";

	/**
	 * Return the report.
	 * @return lines, each with its line separator, from the asterisks above the title on
	 */
	String text() {
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

}
