package io.github.corsstarter.validation.subject;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.automaton.WorkLimits;
import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.origin.entry.OriginPattern;
import io.github.corsstarter.origin.entry.OriginRegex;
import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import org.jspecify.annotations.Nullable;

/**
 * Parses origin entries, each only once however many rules and policies look at it.
 */
public final class OriginParser {

	private final Map<ConfiguredList, List<Entry>> parsed = new IdentityHashMap<>();

	private @Nullable WorkLimits limits;

	/**
	 * Returns the work that may go into the proofs about all entries. Exact origins need
	 * none.
	 * @return the limits of one application
	 */
	public WorkLimits limits() {
		WorkLimits known = this.limits;
		if (known == null) {
			known = new WorkLimits();
			this.limits = known;
		}
		return known;
	}

	/**
	 * Parses the three origin lists of a policy.
	 * @param origins exact origins, or {@code null}
	 * @param patterns origin patterns, or {@code null}
	 * @param regexes regular expressions, or {@code null}
	 * @return the entries in declared order
	 */
	List<Entry> entries(@Nullable ConfiguredList origins, @Nullable ConfiguredList patterns,
			@Nullable ConfiguredList regexes) {
		List<Entry> entries = new ArrayList<>();
		entries.addAll(entries(origins, EntryKind.EXACT));
		entries.addAll(entries(patterns, EntryKind.PATTERN));
		entries.addAll(entries(regexes, EntryKind.REGEX));
		return entries;
	}

	private List<Entry> entries(@Nullable ConfiguredList list, EntryKind kind) {
		if (list == null) {
			return List.of();
		}
		List<Entry> entries = this.parsed.get(list);
		if (entries == null) {
			entries = new ArrayList<>(list.values().size());
			for (ConfiguredValue<String> value : list.values()) {
				entries.add(parse(value, kind));
			}
			this.parsed.put(list, entries);
		}
		return entries;
	}

	private Entry parse(ConfiguredValue<String> value, EntryKind kind) {
		try {
			return new Entry(value, kind, origin(value, kind), null);
		}
		catch (OriginSyntaxException ex) {
			return new Entry(value, kind, null, ex);
		}
	}

	private AllowedOrigin origin(ConfiguredValue<String> value, EntryKind kind) {
		String text = value.value();
		if (kind == EntryKind.REGEX) {
			OriginRegex regex = OriginRegex.parse(text, limits().automaton());
			return AllowedOrigin.set(value, regex, limits());
		}
		if (text.equals(AllowedOrigin.PLAIN_WILDCARD)) {
			return AllowedOrigin.plainWildcard(value);
		}
		if (kind == EntryKind.PATTERN) {
			OriginPattern pattern = OriginPattern.parse(text, limits().automaton());
			return AllowedOrigin.set(value, pattern, limits());
		}
		ExactOrigin origin = ExactOrigin.parse(text);
		return AllowedOrigin.exact(value, origin, limits());
	}

	/**
	 * A parsed entry: either it is an origin, or there is an error.
	 *
	 * @param configured the entry
	 * @param kind what it is written as
	 * @param origin the origin or origins it allows
	 * @param error why it allows none
	 */
	public record Entry(ConfiguredValue<String> configured, EntryKind kind, @Nullable AllowedOrigin origin,
			@Nullable OriginSyntaxException error) {

	}

}
