package io.github.corsstarter.validation.source;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The turn of a filter or a security chain: when it sees which requests, and what it
 * answers to them. Immutable.
 *
 * @param order the order of the component among the filters
 * @param place which of the components of one order comes first
 * @param reach the patterns of the paths of which the component sees the requests,
 * whatever it has configured for them: it may end preflights of all of them
 * @param respondent the component, which can be asked for its answer
 */
public record Turn(int order, int place, List<String> reach, Respondent respondent) {

	/** What is called first comes first. */
	public static final Comparator<Turn> FIRST_CALLED = Comparator.comparingInt(Turn::order)
		.thenComparingInt(Turn::place);

	public Turn {
		reach = List.copyOf(reach);
	}

	/**
	 * What is found again is the same, whatever asks it this time.
	 */
	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Turn turn && this.order == turn.order && this.place == turn.place
				&& this.reach.equals(turn.reach);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.order, this.place, this.reach);
	}

	/**
	 * Return this turn for other paths.
	 * @param reach the patterns of the paths
	 * @param respondent what answers for these
	 * @return a turn at the same place
	 */
	public Turn within(List<String> reach, Respondent respondent) {
		return new Turn(this.order, this.place, reach, respondent);
	}

}
