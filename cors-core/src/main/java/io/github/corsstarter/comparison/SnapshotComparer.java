package io.github.corsstarter.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.corsstarter.comparison.Change.Direction;
import io.github.corsstarter.comparison.Change.Kind;
import io.github.corsstarter.comparison.PolicyAccess.Difference;
import io.github.corsstarter.comparison.path.PathRegions;
import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.automaton.WorkLimits;
import org.jspecify.annotations.Nullable;

/**
 * Compares two snapshots: for each pair of policies that govern a path together, what
 * they allow; then what judges them.
 */
final class SnapshotComparer {

	private static final String TOO_MUCH = "that takes more work than one comparison may do";

	private final CorsSnapshot before;

	private final CorsSnapshot after;

	private final List<Change> changes = new ArrayList<>();

	private final Set<String> undecided = new LinkedHashSet<>();

	SnapshotComparer(CorsSnapshot before, CorsSnapshot after) {
		this.before = before;
		this.after = after;
	}

	CorsComparison compare() {
		if (!this.before.policies().equals(this.after.policies())
				|| !this.before.reservedPaths().equals(this.after.reservedPaths())) {
			compareAccess();
		}
		this.changes.addAll(new SettingsComparer(this.before, this.after).changes());
		return new CorsComparison(this.changes, List.copyOf(this.undecided));
	}

	private void compareAccess() {
		WorkLimits work = new WorkLimits();
		try {
			Governance old = new Governance(this.before, work);
			Governance now = new Governance(this.after, work);
			pairs(old, now, work).values().forEach((pair) -> compare(pair, old, now));
		}
		catch (TooMuchWorkException ex) {
			this.undecided.add("Which policies govern which paths: " + TOO_MUCH + ".");
		}
		catch (IllegalArgumentException ex) {
			this.undecided.add("What the policies allow: " + ex.getMessage());
		}
	}

	private static Map<List<Object>, PolicyPair> pairs(Governance old, Governance now, WorkLimits work) {
		Map<List<Object>, PolicyPair> pairs = new LinkedHashMap<>();
		for (PathRegions.Region region : PathRegions.of(old.patterns(), now.patterns(), work.question())) {
			PolicyPair pair = new PolicyPair(old.access(region.before()), now.access(region.after()), region);
			if (pair.before() != null || pair.after() != null) {
				pairs.merge(pair.key(), pair, (known, again) -> (known.region().path() != null) ? known : again);
			}
		}
		return pairs;
	}

	private void compare(PolicyPair pair, Governance old, Governance now) {
		try {
			if (pair.region().path() == null) {
				suspect(pair);
			}
			else {
				compare(pair, Governance.encode(pair.region().path()), old, now);
			}
		}
		catch (TooMuchWorkException ex) {
			this.undecided.add("What " + pair + " allows: " + TOO_MUCH + ".");
		}
	}

	/**
	 * Where it cannot be told whether two policies ever govern a path together, that
	 * matters unless they allow the same.
	 */
	private void suspect(PolicyPair pair) {
		PolicyAccess before = pair.before();
		PolicyAccess after = pair.after();
		if (before == null || after == null || !after.beyond(before, "/").isEmpty()
				|| !before.beyond(after, "/").isEmpty()) {
			this.undecided.add("Whether any path is governed by " + pair
					+ ": a path pattern has a regular expression that cannot be compared.");
		}
	}

	private void compare(PolicyPair pair, String path, Governance old, Governance now) {
		PolicyAccess before = pair.before();
		PolicyAccess after = pair.after();
		if (after == null) {
			PageRequest request = Objects.requireNonNull(before).refused(path);
			add(pair, Kind.PATH, Direction.WIDER, request, old.governs(request) && !now.governs(request),
					Change.NO_LONGER_GOVERNED);
		}
		else if (before == null) {
			boolean nobody = after.allowsNobody();
			PageRequest request = nobody ? after.refused(path) : after.example(path);
			add(pair, Kind.PATH, nobody ? Direction.NARROWER : Direction.WIDER, request,
					!old.governs(request) && now.allows(Kind.PATH, request) != nobody,
					String.valueOf(pair.region().after()));
		}
		else {
			for (Difference wider : after.beyond(before, path)) {
				add(pair, wider.kind(), Direction.WIDER, wider.request(), isBeyond(now, old, wider), wider.element());
			}
			for (Difference narrower : before.beyond(after, path)) {
				add(pair, narrower.kind(), Direction.NARROWER, narrower.request(), isBeyond(old, now, narrower),
						narrower.element());
			}
			compareSources(pair, before.policy().originSource(), after.policy().originSource());
			if (!before.policy().maxAge().equals(after.policy().maxAge())) {
				this.changes.add(new Change(Kind.MAX_AGE, Direction.NONE, pair.name(), null,
						"from " + before.policy().maxAge() + " to " + after.policy().maxAge()));
			}
		}
	}

	private void compareSources(PolicyPair pair, @Nullable String before, @Nullable String after) {
		if (after != null && !after.equals(before)) {
			this.changes.add(new Change(Kind.ORIGIN_SOURCE, Direction.WIDER, pair.name(), null, after));
		}
		else if (before != null && after == null) {
			this.changes.add(new Change(Kind.ORIGIN_SOURCE, Direction.NARROWER, pair.name(), null, before));
		}
	}

	private static boolean isBeyond(Governance one, Governance other, Difference difference) {
		return one.allows(difference.kind(), difference.request())
				&& !other.allows(difference.kind(), difference.request());
	}

	/**
	 * Add a change, unless its request does not show it.
	 */
	private void add(PolicyPair pair, Kind kind, Direction direction, PageRequest request, boolean shown,
			String detail) {
		if (shown) {
			this.changes.add(new Change(kind, direction, pair.name(), request, detail));
		}
		else {
			this.undecided.add("What " + pair + " allows: a difference of " + kind + " could not be shown.");
		}
	}

	/**
	 * Two policies that govern a path together.
	 *
	 * @param before the policy before, or {@code null} for none
	 * @param after the policy now, or {@code null} for none
	 * @param region where
	 */
	private record PolicyPair(@Nullable PolicyAccess before, @Nullable PolicyAccess after, PathRegions.Region region) {

		/**
		 * A policy that keeps its name allows the same wherever it governs; what came
		 * under another policy, or under none, is told pattern by pattern.
		 */
		List<Object> key() {
			String one = nameOf(this.before);
			String other = nameOf(this.after);
			return one.equals(other) ? List.of(one)
					: List.of(one, other, String.valueOf(this.region.before()), String.valueOf(this.region.after()));
		}

		private static String nameOf(@Nullable PolicyAccess access) {
			return (access != null) ? "policy '" + access.policy().name() + "'" : "no policy";
		}

		String name() {
			PolicyAccess governing = (this.after != null) ? this.after : this.before;
			return Objects.requireNonNull(governing).policy().name();
		}

		@Override
		public String toString() {
			return nameOf(this.before) + " before and " + nameOf(this.after) + " now";
		}

	}

}
