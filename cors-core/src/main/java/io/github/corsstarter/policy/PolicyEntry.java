package io.github.corsstarter.policy;

import java.util.stream.Stream;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.entry.AnyOrigin;
import io.github.corsstarter.origin.entry.OriginEntry;

/**
 * One entry of a policy's three origin lists, as it was written and as it is matched.
 *
 * @param configured the entry as it was written
 * @param entry the entry as it is matched
 */
record PolicyEntry(ConfiguredValue<String> configured, OriginEntry entry) {

	/**
	 * Returns the entries of a policy in the order of the three keys.
	 * @param policy the policy
	 * @return the entries, parsed one after another while the stream is read
	 */
	static Stream<PolicyEntry> of(EffectivePolicy policy) {
		return Stream
			.of(of(policy.allowedOrigins(), EntryKind.EXACT), of(policy.allowedOriginPatterns(), EntryKind.PATTERN),
					of(policy.allowedOriginRegexes(), EntryKind.REGEX))
			.flatMap((entries) -> entries);
	}

	private static Stream<PolicyEntry> of(ConfiguredList list, EntryKind kind) {
		return list.stream().map((value) -> new PolicyEntry(value, OriginEntry.parse(kind, value.value())));
	}

	boolean accepts(String origin, boolean open) {
		return (open && this.entry == AnyOrigin.INSTANCE) || this.entry.matches(origin);
	}

}
