package io.github.corsstarter.reload;

import java.util.List;
import java.util.Objects;

import io.github.corsstarter.comparison.CorsComparison;
import io.github.corsstarter.comparison.Verdict;
import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.comparison.snapshot.SnapshotPolicy;
import io.github.corsstarter.validation.report.Violation;

/**
 * What the policies in force violate already. It holds nothing up that takes an origin
 * away elsewhere, as long as what the entry at fault gives does not grow.
 */
final class StandingViolations {

	private final List<Violation> standing;

	private final CorsSnapshot before;

	private final CorsSnapshot after;

	/**
	 * Create the comparison.
	 * @param standing what would stop a start with the policies in force today
	 * @param before the policies in force
	 * @param after the policies that were read
	 */
	StandingViolations(List<Violation> standing, CorsSnapshot before, CorsSnapshot after) {
		this.standing = standing;
		this.before = before;
		this.after = after;
	}

	/**
	 * Return whether a violation is nothing new.
	 * @param violation what would stop a start with the policies that were read
	 * @return {@code true} if the policies in force have it, and what it gives is surely
	 * not wider
	 */
	boolean include(Violation violation) {
		return this.standing.stream().anyMatch((known) -> isSame(known, violation)) && !isWider(violation);
	}

	private static boolean isSame(Violation one, Violation other) {
		return one.rule() == other.rule() && Objects.equals(one.policy(), other.policy())
				&& Objects.equals(one.value(), other.value());
	}

	/**
	 * Where the value is no entry, all that the policies allow must not be wider.
	 */
	private boolean isWider(Violation violation) {
		String entry = violation.value();
		if (entry != null && has(this.before, entry) && has(this.after, entry)) {
			return isWider(only(this.before, entry), only(this.after, entry));
		}
		return isWider(this.before, this.after);
	}

	private static boolean isWider(CorsSnapshot before, CorsSnapshot after) {
		Verdict verdict = CorsComparison.of(before, after).verdict();
		return verdict != Verdict.EQUAL && verdict != Verdict.NARROWER;
	}

	private static boolean has(CorsSnapshot snapshot, String entry) {
		return only(snapshot, entry).policies()
			.stream()
			.anyMatch((policy) -> !policy.origins().isEmpty() || !policy.originPatterns().isEmpty()
					|| !policy.originRegexes().isEmpty());
	}

	private static CorsSnapshot only(CorsSnapshot snapshot, String entry) {
		List<SnapshotPolicy> policies = snapshot.policies()
			.stream()
			.map((policy) -> policy.withOnlyEntry(entry))
			.toList();
		return snapshot.withPolicies(policies);
	}

}
