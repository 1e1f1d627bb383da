package io.github.corsstarter.comparison;

import io.github.corsstarter.origin.automaton.WorkLimit;
import io.github.corsstarter.origin.automaton.WorkLimits;

/**
 * The work that may go into one comparison.
 */
final class ComparisonWork {

	private final WorkLimits limits = new WorkLimits();

	/**
	 * Create the limit of the search for regions of paths.
	 * @return a new limit
	 */
	WorkLimit paths() {
		return this.limits.question();
	}

	/**
	 * Create the limit of one question about origins.
	 * @return a new limit
	 */
	WorkLimit origins() {
		return this.limits.question();
	}

}
