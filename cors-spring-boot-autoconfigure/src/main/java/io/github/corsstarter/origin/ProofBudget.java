package io.github.corsstarter.origin;

/**
 * The work that may go into a proof, counted in steps of automata and not in time, so
 * that the verdict on an entry is the same on every machine. Not safe to be shared
 * between threads.
 */
final class ProofBudget {

	/** Steps take some ten nanoseconds each. */
	private static final int QUESTION = 16_000_000;

	private static final int COMPARISONS = 4_000_000;

	private final int steps;

	private int spent;

	/**
	 * Create a budget.
	 * @param steps how many steps may be made
	 */
	ProofBudget(int steps) {
		this.steps = steps;
	}

	/**
	 * Create the budget of one question about one entry.
	 * @return a new budget
	 */
	static ProofBudget ofQuestion() {
		return new ProofBudget(QUESTION);
	}

	/**
	 * Create the budget of all comparisons of one entry with others.
	 * @return a new budget
	 */
	static ProofBudget ofComparisons() {
		return new ProofBudget(COMPARISONS);
	}

	/**
	 * Make some steps.
	 * @param count how many, not negative
	 * @throws AutomatonTooLargeException when there are fewer left
	 */
	void spend(int count) {
		if (count > this.steps - this.spent) {
			this.spent = this.steps;
			throw new AutomatonTooLargeException("The entry is too complicated to be judged.");
		}
		this.spent += count;
	}

	/**
	 * Return the work done so far.
	 * @return the number of steps
	 */
	int spent() {
		return this.spent;
	}

}
