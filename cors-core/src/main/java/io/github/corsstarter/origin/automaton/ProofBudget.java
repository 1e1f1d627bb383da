package io.github.corsstarter.origin.automaton;

/**
 * The work that may go into a proof, counted in steps of automata and not in time, so
 * that the verdict on an entry is the same on every machine.
 */
public final class ProofBudget {

	private final int steps;

	private final String exhausted;

	private final ProofPool pool;

	private int spent;

	/**
	 * Create a budget of its own.
	 * @param steps how many steps may be made
	 */
	ProofBudget(int steps) {
		this(steps, ProofPool.TOO_COMPLICATED, new ProofPool(steps, steps, 1, ProofPool.TOO_COMPLICATED));
	}

	/**
	 * Create a budget that is a part of a larger one.
	 * @param steps how many steps may be made
	 * @param exhausted what to say when they do not suffice, one sentence or more
	 * @param pool pays for the steps that are made
	 */
	ProofBudget(int steps, String exhausted, ProofPool pool) {
		this.steps = steps;
		this.exhausted = exhausted;
		this.pool = pool;
	}

	/**
	 * Make some steps.
	 * @param count how many, not negative
	 * @throws TooMuchWorkException when there are fewer left
	 */
	public void spend(int count) {
		int left = this.steps - this.spent;
		this.pool.spend(Math.min(count, left));
		if (count > left) {
			this.spent = this.steps;
			throw new TooMuchWorkException(this.exhausted);
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

	/**
	 * Return whether no step is left.
	 * @return whether it is pointless to begin
	 */
	public boolean isExhausted() {
		return this.spent == this.steps;
	}

}
