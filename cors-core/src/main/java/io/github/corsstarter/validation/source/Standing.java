package io.github.corsstarter.validation.source;

import org.jspecify.annotations.Nullable;

/**
 * Where a source stands: what has a say before, after or beside the policies. Immutable.
 */
public sealed interface Standing {

	/**
	 * Behind the policies and behind all filters whose turn is known, as handlers are.
	 */
	Standing BEHIND = new Behind(null);

	/** On the actuator's own port, outside of the paths that policies govern there. */
	Standing APART = new Apart();

	/**
	 * Return when the source is called.
	 * @return its turn among the filters, or {@code null} if it has none
	 */
	@Nullable Turn turn();

	/**
	 * Behind the policies, which take its effect where they govern.
	 *
	 * @param turn when a filter is called, or {@code null} for what is none, and for one
	 * that may not be called at all
	 */
	record Behind(@Nullable Turn turn) implements Standing {

	}

	/**
	 * Beside the policies.
	 */
	record Apart() implements Standing {

		@Override
		public @Nullable Turn turn() {
			return null;
		}

	}

	/**
	 * Before the policies.
	 *
	 * @param turn when the component is called
	 * @param policyOrder the order of the filter that obeys the policies
	 */
	record Ahead(Turn turn, int policyOrder) implements Standing {

		/**
		 * Tell how the policies come first. No order is above the last one.
		 * @param component what a person calls the component
		 * @return the beginning of a sentence
		 */
		public String remedy(String component) {
			return (this.policyOrder < Integer.MAX_VALUE)
					? "Give %s an order above %d".formatted(component, this.policyOrder)
					: "Set cors.filter.order below %d".formatted(this.turn.order());
		}

	}

}
