package io.github.corsstarter.validation.subject;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.origin.automaton.WorkLimits;
import io.github.corsstarter.policy.OriginLists;
import io.github.corsstarter.policy.PolicyEntry;
import org.jspecify.annotations.Nullable;

/**
 * The valid origins of each group of lists, so that what is proven about one is proven
 * only once, however many rules and policies look at it. Not safe for use by several
 * threads.
 */
public final class OriginProofs {

	private final Map<OriginLists, List<AllowedOrigin>> origins = new IdentityHashMap<>();

	private @Nullable WorkLimits limits;

	/**
	 * Return the work that may go into the proofs about all entries. Exact origins need
	 * none.
	 * @return the limits of one application
	 */
	public WorkLimits limits() {
		WorkLimits known = this.limits;
		if (known == null) {
			known = new WorkLimits();
			this.limits = known;
		}
		return known;
	}

	/**
	 * Return the valid entries of a group.
	 * @param lists the lists of a policy
	 * @return the origins in the order of the three keys
	 */
	List<AllowedOrigin> of(OriginLists lists) {
		List<AllowedOrigin> known = this.origins.get(lists);
		if (known == null) {
			known = new ArrayList<>();
			for (PolicyEntry entry : lists.entries()) {
				if (entry.parsed() != null) {
					known.add(new AllowedOrigin(entry.configured(), entry.parsed(), this));
				}
			}
			this.origins.put(lists, known);
		}
		return known;
	}

}
