package io.github.corsstarter.origin.automaton;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The work that may go into all proofs of one kind about the entries of one
 * configuration. Nobody gets more than a part of what is left, so that a few entries that
 * take whatever they get leave enough for many others that take little. Safe to be shared
 * between threads.
 */
final class ProofPool {

	/** What to say when an entry takes more work than may go into any one. */
	static final String TOO_COMPLICATED = "The entry is too complicated to be judged; write fewer wildcards and "
			+ "repetitions.";

	private final long steps;

	private final AtomicLong left;

	private final int most;

	private final int part;

	private final String usedUp;

	/**
	 * Create a pool.
	 * @param steps how many steps may be made in all
	 * @param most how many steps may be made for one proof
	 * @param part what a proof gets at most of what is left, 4 being a quarter
	 * @param usedUp what to say when that is not enough
	 */
	ProofPool(long steps, int most, int part, String usedUp) {
		this.steps = steps;
		this.left = new AtomicLong(steps);
		this.most = most;
		this.part = part;
		this.usedUp = usedUp;
	}

	/**
	 * Create the budget of one proof.
	 * @return a new budget, which is empty when nothing is left
	 */
	ProofBudget budget() {
		long share = Math.max(0, this.left.get()) / this.part;
		return (share < this.most) ? new ProofBudget((int) share, this.usedUp, this)
				: new ProofBudget(this.most, TOO_COMPLICATED, this);
	}

	void spend(int count) {
		this.left.addAndGet(-count);
	}

	/**
	 * Return the work done so far.
	 * @return the number of steps
	 */
	long spent() {
		return this.steps - this.left.get();
	}

}
