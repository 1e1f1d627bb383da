package io.github.corsstarter.validation;

import java.util.stream.Stream;

/**
 * One rule about CORS configuration outside of {@code cors.*}, held against one source.
 */
@FunctionalInterface
interface SourceRule {

	/**
	 * Looks for violations.
	 * @param subject the source
	 * @return what was found, by values in declared order
	 */
	Stream<Finding> check(SourceSubject subject);

}
