package io.github.corsstarter.reload;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.github.corsstarter.comparison.CorsComparison;
import io.github.corsstarter.comparison.Verdict;
import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.comparison.snapshot.SnapshotPolicy;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Violation;
import io.github.corsstarter.validation.source.ApplicationReport;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.JudgedSource;

/**
 * The violations of the policies in force. They do not stop a change elsewhere, as long
 * as the faulty value grants no more than before.
 */
final class StandingViolations {

	/** The rules about values that give nothing to any page. */
	private static final Set<RuleId> GIVING_NOTHING = EnumSet.of(RuleId.UNKNOWN_PROPERTY, RuleId.EXPLAIN_REJECTIONS);

	private final ApplicationReport standing;

	private final CorsSnapshot before;

	private final List<JudgedSource> sources;

	private final CorsSnapshot after;

	/**
	 * Create the comparison.
	 * @param standing what a start with the policies in force would find today
	 * @param before the policies in force
	 * @param sources the other CORS configuration next to the policies that were read
	 * @param after the policies that were read
	 */
	StandingViolations(ApplicationReport standing, CorsSnapshot before, List<JudgedSource> sources,
			CorsSnapshot after) {
		this.standing = standing;
		this.before = before;
		this.sources = sources;
		this.after = after;
	}

	/**
	 * Return whether a violation is nothing new.
	 * @param violation what would stop a start with the policies that were read
	 * @return {@code true} if the policies in force have it, and what it gives is surely
	 * not wider
	 */
	boolean include(Violation violation) {
		return this.standing.validation().errors().stream().anyMatch((known) -> isSame(known, violation))
				&& !isWider(violation);
	}

	private static boolean isSame(Violation one, Violation other) {
		return one.rule() == other.rule() && Objects.equals(one.policy(), other.policy())
				&& Objects.equals(one.value(), other.value());
	}

	private boolean isWider(Violation violation) {
		if (GIVING_NOTHING.contains(violation.rule())) {
			return false;
		}
		String policy = violation.policy();
		if (policy == null) {
			return isOfWiderSource(violation);
		}
		if (violation.rule() == RuleId.SHARED_ORIGIN_SOURCE) {
			return isWider((known) -> known.name().equals(policy) ? known : known.withoutOrigins());
		}
		String entry = String.valueOf(violation.value());
		return isWider((known) -> known.withOnlyEntry(entry));
	}

	/**
	 * Return whether more is allowed, looking at a part of every policy.
	 */
	private boolean isWider(UnaryOperator<SnapshotPolicy> part) {
		Verdict verdict = CorsComparison.of(only(this.before, part), only(this.after, part)).verdict();
		return verdict != Verdict.EQUAL && verdict != Verdict.NARROWER;
	}

	private static CorsSnapshot only(CorsSnapshot snapshot, UnaryOperator<SnapshotPolicy> part) {
		return snapshot.withPolicies(snapshot.policies().stream().map(part).toList());
	}

	/**
	 * Return whether policies leave more of the source at fault than before.
	 */
	private boolean isOfWiderSource(Violation violation) {
		return this.sources.stream()
			.filter((source) -> isFrom(violation, source.source()))
			.anyMatch((source) -> this.standing.sources().stream().noneMatch((known) -> isAsMuch(known, source)));
	}

	private static boolean isFrom(Violation violation, CorsSource source) {
		String prefix = source.property();
		String key = violation.property();
		return (prefix != null) ? key != null && key.startsWith(prefix)
				: Objects.equals(source.location(), violation.location());
	}

	private static boolean isAsMuch(JudgedSource before, JudgedSource after) {
		return before.source().equals(after.source()) && before.bypassed().containsAll(after.bypassed())
				&& isAsMuch(before.effect(), after.effect());
	}

	private static boolean isAsMuch(JudgedSource.Effect before, JudgedSource.Effect after) {
		return switch (after) {
			case SHADOWED -> true;
			case PARTLY_SHADOWED -> before == after || before == JudgedSource.Effect.ACTIVE;
			case ACTIVE, AHEAD, OPAQUE -> before == after;
		};
	}

}
