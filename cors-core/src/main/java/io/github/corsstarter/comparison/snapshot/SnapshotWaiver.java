package io.github.corsstarter.comparison.snapshot;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A waiver of a rule.
 *
 * @param rule the id of the rule
 * @param value the value that is waived: an origin or an origin pattern in its normalised
 * spelling, anything else as it is
 * @param policy the only policy in which it is waived, or {@code null} for all
 * @param reason why
 * @param expires the last day (UTC) on which it waives anything, or {@code null} for ever
 */
public record SnapshotWaiver(String rule, String value, @Nullable String policy, String reason,
		@Nullable LocalDate expires) {

	/** By rule, value, policy, reason and last day; what is absent comes first. */
	static final Comparator<SnapshotWaiver> ORDER = Comparator
		.comparing(SnapshotWaiver::rule, CanonicalList.BY_CODE_POINT)
		.thenComparing(SnapshotWaiver::value, CanonicalList.BY_CODE_POINT)
		.thenComparing(SnapshotWaiver::policy, Comparator.nullsFirst(CanonicalList.BY_CODE_POINT))
		.thenComparing(SnapshotWaiver::reason, CanonicalList.BY_CODE_POINT)
		.thenComparing(SnapshotWaiver::expires, Comparator.nullsFirst(Comparator.naturalOrder()));

	/**
	 * Normalise a waiver.
	 */
	public SnapshotWaiver {
		value = Spelling.ofWaivedValue(value);
	}

	/**
	 * Return whether this waiver waives all that another does.
	 * @param other another waiver
	 * @return whether it is for the same rule and value, for every policy of the other,
	 * and for as long; reasons do not matter
	 */
	public boolean covers(SnapshotWaiver other) {
		boolean longer = this.expires == null || (other.expires != null && !this.expires.isBefore(other.expires));
		return this.rule.equals(other.rule) && this.value.equals(other.value) && longer
				&& (this.policy == null || this.policy.equals(other.policy));
	}

	Map<String, Object> toMembers() {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("rule", this.rule);
		members.put("value", this.value);
		if (this.policy != null) {
			members.put("policy", this.policy);
		}
		members.put("reason", this.reason);
		if (this.expires != null) {
			members.put("expires", this.expires.toString());
		}
		return members;
	}

}
