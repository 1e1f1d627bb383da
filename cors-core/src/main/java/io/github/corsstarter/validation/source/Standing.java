package io.github.corsstarter.validation.source;

import java.util.List;

/**
 * Where a source stands: what has a say before, after or besides the policies. Immutable.
 */
public sealed interface Standing {

	/** Behind the policies, which take its effect where they govern. */
	Standing BEHIND = new Behind();

	/** On the actuator's own port, outside of the paths that policies govern there. */
	Standing APART = new Apart();

	/**
	 * Return whether policies take the effect of the source where they govern.
	 * @return {@code true} if it stands behind them
	 */
	default boolean isBehind() {
		return this instanceof Behind;
	}

	/**
	 * Behind the policies.
	 */
	record Behind() implements Standing {

	}

	/**
	 * Besides the policies.
	 */
	record Apart() implements Standing {

	}

	/**
	 * Before the policies.
	 *
	 * @param order the order of the component among the filters
	 * @param policyOrder that of the filter that obeys the policies
	 * @param reach the patterns of the paths of which the component sees the requests,
	 * whatever it has configured for them: it may end preflights of all of them
	 * @param respondent the component, which can be asked for its answer
	 */
	record Ahead(int order, int policyOrder, List<String> reach, Respondent respondent) implements Standing {

		public Ahead {
			reach = List.copyOf(reach);
		}

		/**
		 * Tell how the policies come first. No order is above the last one.
		 * @param component what a person calls the component
		 * @return the beginning of a sentence
		 */
		public String remedy(String component) {
			return (this.policyOrder < Integer.MAX_VALUE)
					? "Give %s an order above %d".formatted(component, this.policyOrder)
					: "Set cors.filter.order below %d".formatted(this.order);
		}

	}

}
