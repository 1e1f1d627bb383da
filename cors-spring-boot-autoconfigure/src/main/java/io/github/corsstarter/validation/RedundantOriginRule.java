package io.github.corsstarter.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * {@code redundant-origin}: an entry that another entry of the policy covers.
 */
final class RedundantOriginRule implements Rule {

	@Override
	public Stream<Finding> check(Subject subject) {
		return subject.policies().stream().flatMap(RedundantOriginRule::check);
	}

	private static Stream<Finding> check(GoverningPolicy policy) {
		List<AllowedOrigin> origins = policy.origins();
		Candidates candidates = new Candidates(origins);
		return IntStream.range(0, origins.size()).mapToObj((index) -> {
			AllowedOrigin cover = cover(policy, index, candidates);
			return (cover != null) ? Stream.of(finding(policy, origins.get(index), cover)) : Stream.<Finding>empty();
		}).flatMap((findings) -> findings);
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
		return Finding.of(RuleId.REDUNDANT_ORIGIN, policy, origin,
				covering + " already accepts everything that this entry accepts.", Remedy.remove(origin.configured()));
	}

	/**
	 * Spares comparing each exact origin with each other one: only its equal covers it.
	 */
	private static final class Candidates {

		private final int[] all;

		private final int[] others;

		private final Map<String, Integer> firstExact = new HashMap<>();

		Candidates(List<AllowedOrigin> origins) {
			this.all = IntStream.range(0, origins.size()).toArray();
			this.others = IntStream.of(this.all).filter((index) -> !origins.get(index).isExact()).toArray();
			IntStream.of(this.all)
				.filter((index) -> origins.get(index).isExact())
				.forEach((index) -> this.firstExact.putIfAbsent(origins.get(index).spelling(), index));
		}

		/**
		 * Returns the entries that may cover an entry, in declared order.
		 */
		int[] covering(AllowedOrigin origin) {
			Integer equal = origin.isExact() ? this.firstExact.get(origin.spelling()) : null;
			return (equal != null) ? IntStream.concat(IntStream.of(equal), IntStream.of(this.others)).sorted().toArray()
					: this.all;
		}

	}

}
