package io.github.corsstarter.validation.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

import io.github.corsstarter.origin.Origin;
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
final class RedundantOriginRule implements PolicyRule {

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
	 * Return what covers an entry. Of two entries that cover each other only the later
	 * one is redundant. What accepts nothing is another rule's.
	 */
	private static @Nullable AllowedOrigin cover(GoverningPolicy policy, int index, Candidates candidates) {
		AllowedOrigin origin = policy.origins().get(index);
		for (int i : candidates.covering(origin)) {
			AllowedOrigin other = policy.origins().get(i);
			if (i != index && policy.covers(other, origin) && (i < index || !policy.covers(origin, other))) {
				return (!origin.isPlainWildcard() && origin.language().isUnmatchable()) ? null : other;
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
	 * Spares comparing each entry with each other one. Whatever covers an entry accepts
	 * an origin that the entry accepts: it is that origin, or the last labels of its host
	 * are those of the origin. Of very many regular expressions the last are compared
	 * only with their equals.
	 */
	private static final class Candidates {

		private static final int MAX_COMPARISONS = 4_000_000;

		private final Map<String, List<Integer>> setsByHostEnding = new HashMap<>();

		private final Map<String, Integer> firstEqual = new HashMap<>();

		private int left = MAX_COMPARISONS;

		Candidates(List<AllowedOrigin> origins) {
			for (int i = 0; i < origins.size(); i++) {
				AllowedOrigin origin = origins.get(i);
				this.firstEqual.putIfAbsent(origin.spelling(), i);
				if (!origin.isExact()) {
					this.setsByHostEnding.computeIfAbsent(origin.hostEnding(), (ending) -> new ArrayList<>()).add(i);
				}
			}
		}

		/**
		 * Return the entries that may cover an entry, in declared order.
		 */
		Collection<Integer> covering(AllowedOrigin origin) {
			String example = origin.isPlainWildcard() ? null : origin.example();
			List<Integer> covering = new ArrayList<>(1);
			addEqual(origin.spelling(), covering);
			if (example != null && !origin.isExact()) {
				addEqual(example, covering);
			}
			for (String ending = host(example); ending != null; ending = shorter(ending)) {
				List<Integer> sets = this.setsByHostEnding.getOrDefault(ending, List.of());
				this.left -= sets.size();
				if (this.left >= 0) {
					covering.addAll(sets);
				}
			}
			return (covering.size() > 1) ? new TreeSet<>(covering) : covering;
		}

		private void addEqual(String spelling, Collection<Integer> covering) {
			Integer equal = this.firstEqual.get(spelling);
			if (equal != null) {
				covering.add(equal);
			}
		}

		private static String host(@Nullable String example) {
			Origin origin = (example != null) ? Origin.parse(example) : null;
			return (origin != null) ? origin.host() : "";
		}

		private static @Nullable String shorter(String ending) {
			int dot = ending.indexOf('.');
			return ending.isEmpty() ? null : (dot < 0) ? "" : ending.substring(dot + 1);
		}

	}

}
