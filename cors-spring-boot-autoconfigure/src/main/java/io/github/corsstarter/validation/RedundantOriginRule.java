package io.github.corsstarter.validation;

import java.util.List;
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
		return IntStream.range(0, origins.size()).mapToObj((index) -> {
			AllowedOrigin cover = cover(policy, index);
			return (cover != null) ? Stream.of(finding(policy, origins.get(index), cover)) : Stream.<Finding>empty();
		}).flatMap((findings) -> findings);
	}

	/**
	 * Returns what covers an entry. Of two entries that cover each other only the later
	 * one is redundant. What accepts nothing is another rule's.
	 */
	private static @Nullable AllowedOrigin cover(GoverningPolicy policy, int index) {
		AllowedOrigin origin = policy.origins().get(index);
		for (int i = 0; i < policy.origins().size(); i++) {
			AllowedOrigin other = policy.origins().get(i);
			if (i != index && policy.covers(other, origin) && (i < index || !policy.covers(origin, other))) {
				return origin.isUnmatchable() ? null : other;
			}
		}
		return null;
	}

	private static Finding finding(GoverningPolicy policy, AllowedOrigin origin, AllowedOrigin cover) {
		return Finding.of(
				RuleId.REDUNDANT_ORIGIN, policy, origin, "%s = %s already accepts everything that this entry accepts."
					.formatted(cover.configured().property(), cover.configured().text()),
				Remedy.remove(origin.configured()));
	}

}
