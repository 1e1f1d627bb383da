package io.github.corsstarter.validation.source;

import java.util.List;

import io.github.corsstarter.validation.report.ValidationReport;

/**
 * What is known about all of an application's CORS configuration. Immutable.
 *
 * @param validation what is wrong with it
 * @param sources the configuration outside of {@code cors.*}, next to the policies
 */
public record ApplicationReport(ValidationReport validation, List<JudgedSource> sources) {

	public ApplicationReport {
		sources = List.copyOf(sources);
	}

}
