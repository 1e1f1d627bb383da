package io.github.corsstarter.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import io.github.corsstarter.comparison.snapshot.SnapshotPolicy;
import io.github.corsstarter.policy.CorsPolicy;

/**
 * What one policy would change. Safe for use by several threads.
 */
final class PolicyReport {

	/** The one that the report began with, or a later one that says the same. */
	private volatile CorsPolicy policy;

	private final Instant since;

	private final Map<ReportedChange, LongAdder> totals = new EnumMap<>(ReportedChange.class);

	private final Map<ReportedChange, FrequentEntries> entries = new EnumMap<>(ReportedChange.class);

	PolicyReport(CorsPolicy policy, Instant since) {
		this.policy = policy;
		this.since = since;
		for (ReportedChange change : ReportedChange.values()) {
			this.totals.put(change, new LongAdder());
			this.entries.put(change, new FrequentEntries());
		}
	}

	/**
	 * Return whether this is about a policy: the same one, or another that says the same,
	 * which is remembered, because to compare them takes time.
	 */
	boolean isAbout(CorsPolicy policy) {
		if (this.policy == policy) {
			return true;
		}
		boolean alike = SnapshotPolicy.of(this.policy.definition()).equals(SnapshotPolicy.of(policy.definition()));
		if (alike) {
			this.policy = policy;
		}
		return alike;
	}

	void add(ObservedRequest request, AnswerComparison comparison, Instant now) {
		ReportedChange change = comparison.change();
		of(this.totals, change).increment();
		of(this.entries, change).add(Entry.of(request, comparison), now);
	}

	private static <T> T of(Map<ReportedChange, T> all, ReportedChange change) {
		T one = all.get(change);
		if (one == null) {
			throw new IllegalStateException(change.toString());
		}
		return one;
	}

	Map<String, Object> toMembers() {
		Map<String, Object> totals = new LinkedHashMap<>();
		this.totals.forEach((change, total) -> totals.put(change.toString(), total.sum()));
		List<Map<String, Object>> entries = new ArrayList<>();
		this.entries.forEach((change, frequent) -> frequent.inOrder()
			.forEach((entry) -> entries.add(toMembers(change, entry.getKey(), entry.getValue()))));
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("policy", this.policy.name());
		members.put("since", this.since.toString());
		members.put("totals", totals);
		members.put("entries", entries);
		return members;
	}

	private static Map<String, Object> toMembers(ReportedChange change, Entry entry, FrequentEntries.Count count) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("origin", entry.origin());
		members.put("path", entry.path());
		members.put("type", entry.type());
		members.put("method", entry.method());
		members.put("today", entry.today());
		members.put("then", entry.then());
		members.put("change", change.toString());
		if (entry.detail() != null) {
			members.put("detail", entry.detail());
		}
		members.put("count", count.count());
		members.put("error", count.error());
		members.put("firstSeen", count.first().toString());
		members.put("lastSeen", count.last().toString());
		return members;
	}

}
