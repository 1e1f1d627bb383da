package io.github.corsstarter.validation.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.AllowedOrigin;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import io.github.corsstarter.validation.subject.Remedy;
import org.jspecify.annotations.Nullable;

/**
 * {@code redundant-origin}: an entry that another entry of the policy covers.
 */
public final class RedundantOriginRule implements PolicyRule {

	@Override
	public void check(GoverningPolicy policy, Deployment deployment, Consumer<Finding> findings) {
		check(policy, findings);
	}

	private static void check(GoverningPolicy policy, Consumer<Finding> findings) {
		List<AllowedOrigin> origins = policy.origins();
		Candidates candidates = new Candidates(origins);
		for (int i = 0; i < origins.size(); i++) {
			AllowedOrigin cover = cover(policy, i, candidates);
			if (cover != null) {
				findings.accept(finding(policy, origins.get(i), cover));
			}
		}
	}

	/**
	 * Returns what covers an entry. Of two entries that cover each other only the later
	 * one is redundant. What accepts nothing is another rule's.
	 */
	private static @Nullable AllowedOrigin cover(GoverningPolicy policy, int index, Candidates candidates) {
		AllowedOrigin origin = policy.origins().get(index);
		for (int i : candidates.covering(origin)) {
			AllowedOrigin other = policy.origins().get(i);
			if (i != index && policy.covers(other, origin) && (i < index || !policy.covers(origin, other))) {
				return origin.isUnmatchable() ? null : other;
			}
		}
		return null;
	}

	private static Finding finding(GoverningPolicy policy, AllowedOrigin origin, AllowedOrigin cover) {
		String covering = policy.isElsewhere() ? cover.configured().text()
				: cover.configured().property() + " = " + cover.configured().text();
		return OriginRule.finding(RuleId.REDUNDANT_ORIGIN, policy, origin,
				covering + " already accepts everything that this entry accepts.", Remedy.remove(origin.configured()));
	}

	/**
	 * Spares comparing each exact origin with each other one: only its equal covers it.
	 * Of very many patterns and regular expressions the last are compared only with their
	 * equals, because comparing each with each takes the square of their number.
	 */
	private static final class Candidates {

		private static final int MAX_COMPARISONS = 4_000_000;

		private final List<Integer> all = new ArrayList<>();

		private final List<Integer> sets = new ArrayList<>();

		private final Map<String, Integer> firstEqual = new HashMap<>();

		private int left = MAX_COMPARISONS;

		Candidates(List<AllowedOrigin> origins) {
			for (AllowedOrigin origin : origins) {
				Integer index = this.all.size();
				this.all.add(index);
				this.firstEqual.putIfAbsent(origin.spelling(), index);
				if (!origin.isExact()) {
					this.sets.add(index);
				}
			}
		}

		/**
		 * Returns the entries that may cover an entry, in declared order.
		 */
		List<Integer> covering(AllowedOrigin origin) {
			Integer equal = this.firstEqual.get(origin.spelling());
			int comparisons = (origin.isExact() ? this.sets : this.all).size();
			if (comparisons > this.left) {
				return (equal != null) ? List.of(equal) : List.of();
			}
			this.left -= comparisons;
			if (!origin.isExact() || equal == null) {
				return this.all;
			}
			List<Integer> covering = new ArrayList<>(this.sets);
			covering.add(equal);
			Collections.sort(covering);
			return covering;
		}

	}

}
