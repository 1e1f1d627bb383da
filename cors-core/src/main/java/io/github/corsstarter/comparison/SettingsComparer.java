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
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Compares what judges the policies: waivers, severities, and whether it is production.
 */
final class SettingsComparer {

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
	 * Find the policies that have only been renamed.
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
			int lowered = severity(rule, this.after).compareTo(severity(rule, this.before));
			if (lowered != 0) {
				changes.add(new Change(Kind.SEVERITY, (lowered > 0) ? Direction.WIDER : Direction.NARROWER, null, null,
						rule + " from " + word(this.before.severities().get(rule)) + " to "
								+ word(this.after.severities().get(rule))));
			}
		}
	}

	/**
	 * Return the severity of a rule. One that this version does not know counts as
	 * advice.
	 */
	private static Severity severity(String rule, CorsSnapshot snapshot) {
		String word = snapshot.severities().get(rule);
		Severity configured = (word != null) ? Severity.parse(word) : null;
		if (configured != null) {
			return configured;
		}
		RuleId id = RuleId.find(rule);
		return (id != null) ? id.severity(snapshot.production()) : Severity.WARN;
	}

	private static String word(@Nullable String configured) {
		return (configured != null) ? configured : "its own";
	}

}
