package io.github.corsstarter.validation;

/**
 * One rule about CORS configuration outside of {@code cors.*}, held against one source.
 */
@FunctionalInterface
interface SourceRule {

	/**
	 * Looks for violations.
	 * @param subject the source
	 * @param findings takes what is found, by values in declared order
	 */
	void check(SourceSubject subject, Findings findings);

}
