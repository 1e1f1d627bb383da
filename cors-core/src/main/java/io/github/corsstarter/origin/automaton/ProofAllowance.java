package io.github.corsstarter.origin.automaton;

import io.github.corsstarter.origin.proof.Confinement;

/**
 * The work that may go into everything that is proven about the entries of one
 * configuration. It is counted in steps of automata and not in time: the same entries,
 * asked about in the same order, get the same verdicts on every machine.
 * <p>
 * What cannot be told within the allowance is not proven: an entry is then
 * {@linkplain Confinement not confined}, and not covered by others. An entry whose
 * automaton does not fit into it is refused. Safe to be shared between threads.
 */
public final class ProofAllowance {

	private static final int MOST = 16_000_000;

	private static final int MOST_COMPARISONS = 4_000_000;

	private static final String NOT_BUILT = "All entries together are too complicated, and the work that may go into "
			+ "their automata was used up before the one of this entry was built";

	private static final String NOT_JUDGED = "All entries together are too complicated, and the work that may go into "
			+ "judging them was used up before this entry was judged";

	private static final String WHAT_TO_DO = "; write fewer wildcards and repetitions, above all in the entries before "
			+ "it, or fewer such entries.";

	/** Steps take some ten nanoseconds each. */
	private final ProofPool automata = new ProofPool(64_000_000, MOST, 4, NOT_BUILT + WHAT_TO_DO);

	private final ProofPool questions = new ProofPool(160_000_000, MOST, 10, NOT_JUDGED + WHAT_TO_DO);

	private final ProofPool explanations = new ProofPool(64_000_000, MOST, 4, NOT_JUDGED + WHAT_TO_DO);

	private final ProofPool comparisons = new ProofPool(32_000_000, MOST_COMPARISONS, 8, NOT_JUDGED + WHAT_TO_DO);

	/**
	 * Create the budget of the automaton of one entry.
	 * @return a new budget
	 */
	public ProofBudget automaton() {
		return this.automata.budget();
	}

	/**
	 * Create the budget of one question about one entry.
	 * @return a new budget
	 */
	public ProofBudget question() {
		return this.questions.budget();
	}

	/**
	 * Create the budget of what helps the author of an entry that is not confined, or not
	 * matchable.
	 * @return a new budget
	 */
	public ProofBudget explanation() {
		return this.explanations.budget();
	}

	/**
	 * Create the budget of all comparisons of one entry with others.
	 * @return a new budget
	 */
	public ProofBudget comparisons() {
		return this.comparisons.budget();
	}

	/**
	 * Return the work done so far.
	 * @return the number of steps
	 */
	long spent() {
		return this.automata.spent() + this.questions.spent() + this.explanations.spent() + this.comparisons.spent();
	}

}
