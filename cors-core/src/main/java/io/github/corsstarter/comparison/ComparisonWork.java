package io.github.corsstarter.comparison;

import io.github.corsstarter.origin.automaton.ProofAllowance;
import io.github.corsstarter.origin.automaton.ProofBudget;

/**
 * The work that may go into one comparison.
 */
final class ComparisonWork {

	private final ProofAllowance allowance = new ProofAllowance();

	/**
	 * Create the budget of the search for regions of paths.
	 * @return a new budget
	 */
	ProofBudget paths() {
		return this.allowance.question();
	}

	/**
	 * Create the budget of one question about origins.
	 * @return a new budget
	 */
	ProofBudget origins() {
		return this.allowance.question();
	}

}
