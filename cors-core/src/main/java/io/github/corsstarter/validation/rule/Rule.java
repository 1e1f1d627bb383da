package io.github.corsstarter.validation.rule;

import java.util.function.Consumer;

import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.subject.Subject;

/**
 * One rule, held against a whole configuration. A rule says what it finds; how much that
 * weighs, and whether it is excused, is decided elsewhere.
 * <p>
 * Rules are run whenever an application starts, and find nothing most of the time: loops
 * load fewer classes than streams and lambdas do.
 */
@FunctionalInterface
public interface Rule {

	/**
	 * Looks for violations.
	 * @param subject the configuration
	 * @param findings takes what is found, by policies and entries in declared order
	 */
	void check(Subject subject, Consumer<Finding> findings);

}
