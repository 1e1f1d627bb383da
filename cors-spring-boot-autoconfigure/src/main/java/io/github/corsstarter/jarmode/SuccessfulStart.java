package io.github.corsstarter.jarmode;

import java.util.stream.Collectors;

import io.github.corsstarter.config.loader.ConfiguredApplication;
import io.github.corsstarter.validation.report.ValidationReport;
import io.github.corsstarter.validation.report.Violation;

/**
 * What there is to say of a configuration that stops nothing.
 *
 * @param application the application
 */
record SuccessfulStart(ConfiguredApplication application) {

	/**
	 * Return the verdict in one line, then each warning, then what was not judged.
	 * @return lines, each with its line separator
	 */
	String text() {
		ValidationReport report = this.application.report();
		StringBuilder text = new StringBuilder("The application would start (" + report.profiles() + "): ");
		text.append(verdict(report)).append('\n');
		for (Violation warning : report.warnings()) {
			text.append('\n').append(warning(warning)).append('\n');
		}
		return text.append('\n').append(ConfiguredApplication.closingLine()).append('\n').toString();
	}

	private String verdict(ValidationReport report) {
		if (!this.application.isEnabled()) {
			return "cors.enabled is false, so that no policy applies and nothing is judged.";
		}
		if (report.production()) {
			return "its CORS policy is safe for production.";
		}
		if (report.infos().isEmpty()) {
			return "this is not production, and production would not refuse its CORS policy either.";
		}
		return report.infos()
			.stream()
			.map((violation) -> violation.rule() + ": " + violation.subject())
			.collect(Collectors.joining(", ", "this is not production, which would refuse ", "."));
	}

	private static String warning(Violation warning) {
		String place = (warning.location() != null) ? " at " + warning.location() : "";
		return "Warning: " + warning.rule() + ": " + warning.subject() + place + "\n  " + warning.message() + "\n  "
				+ warning.remedy();
	}

}
