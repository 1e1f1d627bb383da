package io.github.corsstarter.validation;

import java.util.stream.Stream;

/**
 * One rule, held against a whole configuration. A rule says what it finds; how much that
 * weighs, and whether it is excused, is decided elsewhere.
 */
@FunctionalInterface
interface Rule {

	/**
	 * Looks for violations.
	 * @param subject the configuration
	 * @return what was found, by policies and entries in declared order
	 */
	Stream<Finding> check(Subject subject);

}
