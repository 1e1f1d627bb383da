package io.github.corsstarter.origin.automaton;

import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * The work that may go into something, counted in steps of automata and not in time: the
 * same entries, asked about in the same order, get the same verdicts on every machine. A
 * limit can be a part of a larger one, which counts its steps too. Safe to be shared
 * between threads.
 */
public final class WorkLimit {

	/** What to say when an entry takes more work than may go into any one. */
	static final String TOO_COMPLICATED = "The entry is too complicated to be judged; write fewer wildcards and "
			+ "repetitions.";

	private final long steps;

	private final String exceeded;

	private final @Nullable WorkLimit parent;

	private final AtomicLong spent = new AtomicLong();

	/**
	 * Create a limit.
	 * @param steps how many steps may be made
	 * @param exceeded what to say when they do not suffice, one sentence or more
	 */
	public WorkLimit(long steps, String exceeded) {
		this(steps, exceeded, null);
	}

	private WorkLimit(long steps, String exceeded, @Nullable WorkLimit parent) {
		this.steps = steps;
		this.exceeded = exceeded;
		this.parent = parent;
	}

	/**
	 * Create a limit without a parent for something about one entry.
	 * @param steps how many steps may be made
	 * @return a new limit
	 */
	public static WorkLimit of(long steps) {
		return new WorkLimit(steps, TOO_COMPLICATED);
	}

	/**
	 * Create a limit that is a part of this one. It never is more than a share of what is
	 * left, so that a few entries that take whatever they get leave enough for many
	 * others that take little.
	 * @param most how many steps may be made at most
	 * @param share what may be taken of what is left, 4 being a quarter
	 * @return a new limit, without any step when nothing is left
	 */
	public WorkLimit part(long most, int share) {
		long left = (this.steps - spent()) / share;
		return (left < most) ? new WorkLimit(left, this.exceeded, this) : new WorkLimit(most, TOO_COMPLICATED, this);
	}

	/**
	 * Make some steps.
	 * @param count how many, not negative
	 * @throws TooMuchWorkException when there are fewer left, here or in the parent
	 */
	public void spend(int count) {
		if (this.spent.addAndGet(count) > this.steps) {
			throw new TooMuchWorkException(this.exceeded);
		}
		if (this.parent != null) {
			this.parent.spend(count);
		}
	}

	/**
	 * Return the work done so far.
	 * @return the number of steps, never more than the limit
	 */
	public long spent() {
		return Math.min(this.spent.get(), this.steps);
	}

	/**
	 * Return whether no step is left.
	 * @return whether it is pointless to begin
	 */
	public boolean isExhausted() {
		return this.spent.get() >= this.steps;
	}

}
