package io.github.corsstarter.policy;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.entry.AnyOrigin;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import org.jspecify.annotations.Nullable;

/**
 * The three lists of origins of a policy, which are inherited as one group. Their entries
 * are parsed once, when they are asked for first, for all policies that have them.
 * Immutable and safe for use by several threads.
 */
public final class OriginLists {

	/** By the ordinal of their kind. */
	private final List<ConfiguredList> lists;

	private final boolean set;

	private final OriginEntryParser parser;

	private volatile @Nullable List<PolicyEntry> entries;

	private OriginLists(ConfiguredList exact, ConfiguredList patterns, ConfiguredList regexes, boolean set,
			OriginEntryParser parser) {
		this.lists = List.of(exact, patterns, regexes);
		this.set = set;
		this.parser = parser;
	}

	/**
	 * Create a group of lists that were set.
	 * @param exact exact origins, or {@code *}
	 * @param patterns origin patterns, or {@code *}
	 * @param regexes regular expressions of whole origins
	 * @param parser parses the entries of all groups
	 * @return the group
	 */
	public static OriginLists of(ConfiguredList exact, ConfiguredList patterns, ConfiguredList regexes,
			OriginEntryParser parser) {
		return new OriginLists(exact, patterns, regexes, true, parser);
	}

	/**
	 * Return the group of a definition.
	 * @param definition a definition, which may set none of the lists
	 * @param parser parses the entries of all groups
	 * @return the group, a list that was not set being empty
	 */
	static OriginLists of(CorsPolicyDefinition definition, OriginEntryParser parser) {
		return new OriginLists(orNone(definition.allowedOrigins(), definition, EntryKind.EXACT),
				orNone(definition.allowedOriginPatterns(), definition, EntryKind.PATTERN),
				orNone(definition.allowedOriginRegexes(), definition, EntryKind.REGEX), definition.setsOrigins(),
				parser);
	}

	private static ConfiguredList orNone(@Nullable ConfiguredList list, CorsPolicyDefinition definition,
			EntryKind kind) {
		return (list != null) ? list
				: ConfiguredList.of(CorsPolicyDefinition.propertyPrefix(definition.name()) + kind.key(), List.of());
	}

	/**
	 * Return the list of one kind of entries.
	 * @param kind the kind
	 * @return the list, empty if it was not set
	 */
	public ConfiguredList list(EntryKind kind) {
		return this.lists.get(kind.ordinal());
	}

	/**
	 * Return whether any of the lists was set, perhaps to nothing.
	 * @return {@code false} if all of them are empty because none was set
	 */
	public boolean isSet() {
		return this.set;
	}

	/**
	 * Return whether a plain {@code *} is among the exact origins or the patterns.
	 * @return {@code true} if any origin is allowed by name
	 */
	public boolean haveAnyOrigin() {
		for (PolicyEntry entry : entries()) {
			if (entry.parsed() == AnyOrigin.INSTANCE) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return the entries, valid or not.
	 * @return the entries in the order of the three keys
	 */
	public List<PolicyEntry> entries() {
		List<PolicyEntry> known = this.entries;
		if (known == null) {
			known = parse();
			this.entries = known;
		}
		return known;
	}

	/**
	 * Return the entries of one kind, valid or not.
	 * @param kind the kind
	 * @return the entries in declared order
	 */
	public List<PolicyEntry> entries(EntryKind kind) {
		int start = 0;
		for (ConfiguredList list : this.lists.subList(0, kind.ordinal())) {
			start += list.values().size();
		}
		return entries().subList(start, start + list(kind).values().size());
	}

	private List<PolicyEntry> parse() {
		List<PolicyEntry> entries = new ArrayList<>();
		for (EntryKind kind : EntryKind.values()) {
			for (ConfiguredValue<String> value : list(kind).values()) {
				entries.add(PolicyEntry.parse(value, kind, this.parser));
			}
		}
		return List.copyOf(entries);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other
				|| (other instanceof OriginLists that && this.lists.equals(that.lists) && this.set == that.set);
	}

	@Override
	public int hashCode() {
		return this.lists.hashCode();
	}

	@Override
	public String toString() {
		return "OriginLists" + this.lists;
	}

}
