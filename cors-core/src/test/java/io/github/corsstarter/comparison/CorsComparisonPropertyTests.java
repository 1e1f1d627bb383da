package io.github.corsstarter.comparison;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

import io.github.corsstarter.comparison.Change.Direction;
import io.github.corsstarter.comparison.Change.Kind;
import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares random pairs of configurations with a {@link Universe} of requests.
 */
class CorsComparisonPropertyTests {

	private static final int ROUNDS = Integer.getInteger("cors.test.rounds", 2000) / 4;

	private static final long SEED = Long.getLong("cors.test.seed", 1);

	private final RandomSnapshots random = new RandomSnapshots(SEED);

	@Test
	void verdictIsThatOfAllRequestsAndEachRequestOfAChangeShowsIt() {
		Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
		Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
		for (int round = 0; round < ROUNDS; round++) {
			CorsSnapshot before = this.random.snapshot();
			CorsSnapshot after = (round % 4 == 0) ? this.random.snapshot() : this.random.edited(before);
			CorsComparison comparison = CorsComparison.of(before, after);
			String seed = "seed " + SEED + ", round " + round + ": ";
			Supplier<String> as = () -> seed + before + "\n" + after + "\n" + comparison.changes();
			assertThat(comparison.undecided()).as(as).isEmpty();
			assertThat(comparison.verdict()).as(as).isEqualTo(Universe.verdict(before, after));
			for (Change change : comparison.changes()) {
				assertThat(isShown(change, before, after)).as(as).isTrue();
				kinds.merge(change.kind(), 1, Integer::sum);
			}
			assertThat(ComparisonText.of(comparison).toText()).as(as).startsWith("The CORS policies ");
			verdicts.merge(comparison.verdict(), 1, Integer::sum);
		}
		assertThat(verdicts).containsOnlyKeys(Verdict.EQUAL, Verdict.NARROWER, Verdict.WIDER, Verdict.INCOMPARABLE);
		assertThat(kinds).containsOnlyKeys(Kind.PATH, Kind.ORIGIN, Kind.METHOD, Kind.HEADER, Kind.CREDENTIALS,
				Kind.EXPOSED_HEADER, Kind.FORM, Kind.TIMING, Kind.ORIGIN_SOURCE, Kind.MAX_AGE);
	}

	@Test
	void snapshotIsEqualToItselfByOtherNames() {
		for (int round = 0; round < ROUNDS; round++) {
			CorsSnapshot snapshot = this.random.snapshot();
			CorsComparison comparison = CorsComparison.of(snapshot, this.random.renamed(snapshot));
			assertThat(comparison.verdict()).as("seed %s, round %s: %s", SEED, round, snapshot)
				.isEqualTo(Verdict.EQUAL);
			assertThat(comparison.changes()).as("seed %s, round %s: %s", SEED, round, snapshot).isEmpty();
		}
	}

	@Test
	void whatIsNoWiderInBothDirectionsIsEqual() {
		for (int round = 0; round < ROUNDS / 4; round++) {
			CorsSnapshot one = this.random.snapshot();
			CorsSnapshot other = this.random.edited(one);
			if (isNoWider(one, other) && isNoWider(other, one)) {
				assertThat(CorsComparison.of(one, other).verdict()).as("seed %s, round %s: %s", SEED, round, one)
					.isEqualTo(Verdict.EQUAL);
			}
		}
	}

	@Test
	void whatIsNoWiderThanNoWiderIsNoWider() {
		int chains = 0;
		for (int round = 0; round < ROUNDS / 4; round++) {
			CorsSnapshot one = this.random.snapshot();
			CorsSnapshot other = (round % 2 == 0) ? this.random.narrowed(one) : this.random.edited(one);
			CorsSnapshot third = (round % 3 == 0) ? this.random.edited(other) : this.random.narrowed(other);
			if (isNoWider(one, other) && isNoWider(other, third)) {
				chains++;
				assertThat(isNoWider(one, third)).as("seed %s, round %s: %s\n%s\n%s", SEED, round, one, other, third)
					.isTrue();
			}
		}
		assertThat(chains).isGreaterThan(ROUNDS / 40);
	}

	private static boolean isNoWider(CorsSnapshot before, CorsSnapshot after) {
		Verdict verdict = CorsComparison.of(before, after).verdict();
		return verdict == Verdict.EQUAL || verdict == Verdict.NARROWER;
	}

	private static boolean isShown(Change change, CorsSnapshot before, CorsSnapshot after) {
		PageRequest request = change.request();
		if (request == null) {
			return change.kind() == Kind.ORIGIN_SOURCE || change.kind() == Kind.MAX_AGE;
		}
		Universe old = new Universe(before);
		Universe now = new Universe(after);
		if (change.kind() == Kind.PATH) {
			boolean governedBefore = old.governing(request.path()) != null;
			boolean allowedNow = now.allows(Kind.PATH, request);
			return governedBefore ? now.governing(request.path()) == null
					: allowedNow == (change.direction() == Direction.WIDER);
		}
		boolean wider = change.direction() == Direction.WIDER;
		return (wider ? now : old).allows(change.kind(), request)
				&& !(wider ? old : now).allows(change.kind(), request);
	}

}
