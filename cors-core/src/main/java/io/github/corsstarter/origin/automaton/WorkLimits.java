package io.github.corsstarter.origin.automaton;

/**
 * The work that may go into everything that is proven about the entries of one
 * configuration, a few seconds in all.
 * <p>
 * What cannot be told within the limits is not proven: an entry is then not confined, and
 * not covered by others. An entry whose automaton does not fit into them is refused. Safe
 * to be shared between threads.
 */
public final class WorkLimits {

	private static final int MOST = 16_000_000;

	private static final int MOST_COMPARISONS = 4_000_000;

	private static final String NOT_BUILT = "All entries together are too complicated, and the work that may go into "
			+ "their automata was used up before the one of this entry was built";

	private static final String NOT_JUDGED = "All entries together are too complicated, and the work that may go into "
			+ "judging them was used up before this entry was judged";

	private static final String WHAT_TO_DO = "; write fewer wildcards and repetitions, above all in the entries before "
			+ "it, or fewer such entries.";

	/** Steps take some ten nanoseconds each. */
	private final WorkLimit automata = new WorkLimit(64_000_000, NOT_BUILT + WHAT_TO_DO);

	private final WorkLimit questions = new WorkLimit(160_000_000, NOT_JUDGED + WHAT_TO_DO);

	private final WorkLimit explanations = new WorkLimit(64_000_000, NOT_JUDGED + WHAT_TO_DO);

	private final WorkLimit comparisons = new WorkLimit(32_000_000, NOT_JUDGED + WHAT_TO_DO);

	/**
	 * Create the limit of the automaton of one entry.
	 * @return a new limit
	 */
	public WorkLimit automaton() {
		return this.automata.part(MOST, 4);
	}

	/**
	 * Create the limit of one question about one entry.
	 * @return a new limit
	 */
	public WorkLimit question() {
		return this.questions.part(MOST, 10);
	}

	/**
	 * Create the limit of what helps the author of an entry that is not confined, not
	 * matchable or not an entry at all.
	 * @return a new limit
	 */
	public WorkLimit explanation() {
		return this.explanations.part(MOST, 4);
	}

	/**
	 * Create the limit of all comparisons of one entry with others.
	 * @return a new limit
	 */
	public WorkLimit comparisons() {
		return this.comparisons.part(MOST_COMPARISONS, 8);
	}

	/**
	 * Return the work done so far.
	 * @return the number of steps
	 */
	public long spent() {
		return this.automata.spent() + this.questions.spent() + this.explanations.spent() + this.comparisons.spent();
	}

}
