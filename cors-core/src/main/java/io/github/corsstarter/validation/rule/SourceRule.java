package io.github.corsstarter.validation.rule;

import java.util.function.Consumer;

import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.subject.SourceSubject;

/**
 * One rule about CORS configuration outside of {@code cors.*}, held against one source.
 */
@FunctionalInterface
public interface SourceRule {

	/**
	 * Looks for violations.
	 * @param subject the source
	 * @param findings takes what is found, by values in declared order
	 */
	void check(SourceSubject subject, Consumer<Finding> findings);

}
