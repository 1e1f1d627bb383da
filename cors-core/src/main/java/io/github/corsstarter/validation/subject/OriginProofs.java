package io.github.corsstarter.validation.subject;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.origin.advice.Advisor;
import io.github.corsstarter.origin.proof.OriginLanguages;
import io.github.corsstarter.policy.OriginLists;
import io.github.corsstarter.policy.PolicyEntry;
import org.jspecify.annotations.Nullable;

/**
 * The valid origins of each group of lists, so that what is proven about one is proven
 * only once, however many rules and policies look at it. The work that goes into all of
 * it is limited. Not safe for use by several threads.
 */
public final class OriginProofs {

	private final Map<OriginLists, List<AllowedOrigin>> origins = new IdentityHashMap<>();

	private final OriginLanguages languages = new OriginLanguages();

	private @Nullable Advisor advisor;

	/**
	 * Return what is proven about all entries.
	 * @return the languages of one application
	 */
	OriginLanguages languages() {
		return this.languages;
	}

	/**
	 * Return who helps the author of all entries. Where nothing is wrong nobody has to.
	 * @return the advisor of one application
	 */
	Advisor advisor() {
		Advisor known = this.advisor;
		if (known == null) {
			known = new Advisor(this.languages);
			this.advisor = known;
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
