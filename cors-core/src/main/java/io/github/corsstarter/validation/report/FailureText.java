package io.github.corsstarter.validation.report;

import java.util.List;

/**
 * A validation report as the text that a person reads when the start fails: what is
 * wrong, and under the same numbers what to do.
 */
public final class FailureText {

	private static final int WIDTH = 112;

	private static final String INDENT = " ".repeat(5);

	private static final String WAIVER_HINT = "If a value is intended, "
			+ "waive it under cors.validation.waivers and say why.";

	private static final String NOT_JUDGED = "Annotations, mappings and filters with CORS configuration are judged "
			+ "once these problems are fixed.";

	private final ValidationReport report;

	/**
	 * Create the text of a report.
	 * @param report a report with at least one error
	 */
	public FailureText(ValidationReport report) {
		this.report = report;
	}

	/**
	 * Return what is wrong: all errors, then all warnings.
	 * @return lines joined by line feeds, without one at the end
	 */
	public String description() {
		List<Violation> errors = this.report.errors();
		StringBuilder text = new StringBuilder(heading(errors.size()));
		int number = 0;
		for (Violation error : errors) {
			text.append("\n\n");
			appendProblem(text, ++number, error);
		}
		if (!this.report.warnings().isEmpty()) {
			text.append("\n\n  Warnings:");
		}
		for (Violation warning : this.report.warnings()) {
			text.append("\n\n");
			appendProblem(text, ++number, warning);
			appendWrapped(text.append('\n'), INDENT, warning.remedy());
		}
		return text.toString();
	}

	/**
	 * Return what to do about each error.
	 * @return lines joined by line feeds, without one at the end
	 */
	public String action() {
		StringBuilder text = new StringBuilder();
		int number = 0;
		for (Violation error : this.report.errors()) {
			appendWrapped(text, numbered(++number), error.remedy());
			text.append('\n');
		}
		if (this.report.errors().stream().anyMatch(this::isWaivable)) {
			text.append('\n').append(WAIVER_HINT).append('\n');
		}
		if (!this.report.complete()) {
			text.append('\n').append(NOT_JUDGED);
		}
		return text.toString().stripTrailing();
	}

	private String heading(int problems) {
		return "The CORS policy is %s (%s). %s:".formatted(verdict(), this.report.profiles(),
				(problems == 1) ? "1 problem" : problems + " problems");
	}

	private String verdict() {
		if (!this.report.isValid()) {
			return "not valid";
		}
		return this.report.production() ? "not safe for production" : "not safe";
	}

	private boolean isWaivable(Violation violation) {
		return violation.rule().isWaivable(this.report.production());
	}

	private static void appendProblem(StringBuilder text, int number, Violation violation) {
		text.append(numbered(number)).append(violation.rule()).append(": ").append(violation.subject());
		if (violation.location() != null) {
			text.append('\n').append(INDENT).append(violation.location().phrase());
		}
		appendWrapped(text.append('\n'), INDENT, violation.message());
	}

	private static String numbered(int number) {
		return "%3d. ".formatted(number);
	}

	/**
	 * Wrap the first line. Lines that follow point at characters of one another, so they
	 * stay as they are.
	 */
	private static void appendWrapped(StringBuilder text, String prefix, String message) {
		List<String> lines = message.lines().toList();
		int column = prefix.length();
		text.append(prefix);
		for (String word : lines.isEmpty() ? List.<String>of() : List.of(lines.get(0).split(" "))) {
			if (column > INDENT.length() && column + 1 + word.length() > WIDTH) {
				text.append('\n').append(INDENT);
				column = INDENT.length();
			}
			else if (column > INDENT.length()) {
				text.append(' ');
				column++;
			}
			text.append(word);
			column += word.length();
		}
		lines.stream().skip(1).forEach((line) -> text.append('\n').append(INDENT).append(line));
	}

}
