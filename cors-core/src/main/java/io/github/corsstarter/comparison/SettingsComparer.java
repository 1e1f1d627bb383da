package io.github.corsstarter.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.corsstarter.comparison.Change.Direction;
import io.github.corsstarter.comparison.Change.Kind;
import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.comparison.snapshot.SnapshotPolicy;
import io.github.corsstarter.comparison.snapshot.SnapshotWaiver;
import org.jspecify.annotations.Nullable;

/**
 * Compares what judges the policies: waivers, severities, and whether it is production.
 */
final class SettingsComparer {

	/** From the one that stops least. */
	private static final List<String> SEVERITIES = List.of("off", "info", "warn", "error");

	private final CorsSnapshot before;

	private final CorsSnapshot after;

	SettingsComparer(CorsSnapshot before, CorsSnapshot after) {
		this.before = before;
		this.after = after;
	}

	List<Change> changes() {
		List<Change> changes = new ArrayList<>();
		compareWaivers(changes);
		compareSeverities(changes);
		if (this.before.production() != this.after.production()) {
			changes.add(new Change(Kind.PRODUCTION, this.before.production() ? Direction.WIDER : Direction.NARROWER,
					null, null, String.valueOf(this.after.production())));
		}
		return changes;
	}

	private void compareWaivers(List<Change> changes) {
		boolean bound = this.before.waivers().stream().anyMatch((waiver) -> waiver.policy() != null);
		Map<String, String> renamed = bound ? renamed() : Map.of();
		List<SnapshotWaiver> old = this.before.waivers().stream().map((waiver) -> follow(waiver, renamed)).toList();
		add(beyond(this.after.waivers(), old), Direction.WIDER, changes);
		add(beyond(old, this.after.waivers()), Direction.NARROWER, changes);
	}

	private static List<SnapshotWaiver> beyond(List<SnapshotWaiver> some, List<SnapshotWaiver> others) {
		return some.stream().filter((waiver) -> others.stream().noneMatch((other) -> other.covers(waiver))).toList();
	}

	private static void add(List<SnapshotWaiver> waivers, Direction direction, List<Change> changes) {
		for (SnapshotWaiver waiver : waivers) {
			String end = (waiver.expires() != null) ? " until " + waiver.expires() : " without an end";
			changes.add(new Change(Kind.WAIVER, direction, waiver.policy(), null,
					waiver.rule() + " for " + waiver.value() + end));
		}
	}

	/**
	 * Find the policies that only have another name now.
	 */
	private Map<String, String> renamed() {
		Map<SnapshotPolicy, String> gone = new HashMap<>();
		this.before.policies().forEach((policy) -> gone.put(policy.withName(""), policy.name()));
		this.after.policies().forEach((policy) -> gone.values().removeIf((name) -> name.equals(policy.name())));
		Map<String, String> renamed = new HashMap<>();
		for (SnapshotPolicy policy : this.after.policies()) {
			String name = gone.get(policy.withName(""));
			if (name != null) {
				renamed.putIfAbsent(name, policy.name());
			}
		}
		return renamed;
	}

	private static SnapshotWaiver follow(SnapshotWaiver waiver, Map<String, String> renamed) {
		String policy = (waiver.policy() != null) ? renamed.getOrDefault(waiver.policy(), waiver.policy()) : null;
		return new SnapshotWaiver(waiver.rule(), waiver.value(), policy, waiver.reason(), waiver.expires());
	}

	private void compareSeverities(List<Change> changes) {
		Set<String> rules = new TreeSet<>(this.before.severities().keySet());
		rules.addAll(this.after.severities().keySet());
		for (String rule : rules) {
			String old = this.before.severities().get(rule);
			String now = this.after.severities().get(rule);
			int raised = Integer.compare(rank(now, old, this.after), rank(old, now, this.before));
			if (raised != 0) {
				changes.add(new Change(Kind.SEVERITY, (raised < 0) ? Direction.WIDER : Direction.NARROWER, null, null,
						rule + " from " + word(old) + " to " + word(now)));
			}
		}
	}

	/**
	 * Return how much a rule stops. What it has by itself is in no snapshot. Next to
	 * {@code warn} it is that of a safety rule, since advice has {@code warn} by itself.
	 * Next to {@code off} and {@code error} it counts as something between. That is too
	 * little for a safety rule in production, and so hides nothing that is wider.
	 */
	private static int rank(@Nullable String configured, @Nullable String other, CorsSnapshot snapshot) {
		String own = "warn".equals(other) ? (snapshot.production() ? "error" : "info") : "warn";
		return SEVERITIES.indexOf((configured != null) ? configured : own);
	}

	private static String word(@Nullable String configured) {
		return (configured != null) ? configured : "its own";
	}

}
