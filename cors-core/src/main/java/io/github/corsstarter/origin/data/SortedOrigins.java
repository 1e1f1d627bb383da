package io.github.corsstarter.origin.data;

import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import io.github.corsstarter.origin.entry.OriginParts;
import io.github.corsstarter.origin.entry.OriginPattern;

/**
 * Origins, and patterns for all names below a domain, in the order of their texts. No
 * choice of texts slows a lookup down: it compares, and hashes nothing. It allocates
 * nothing either. Immutable.
 */
final class SortedOrigins {

	static final SortedOrigins EMPTY = of(new String[0]);

	private static final char WILDCARD = '*';

	private static final Predicate<String> ALL = (text) -> true;

	/** What is written. */
	private final String[] entries;

	/** What is matched: the entries, once for each port of a list. */
	private final String[] texts;

	private final boolean patterns;

	private SortedOrigins(String[] entries, String[] texts, boolean patterns) {
		this.entries = entries;
		this.texts = texts;
		this.patterns = patterns;
	}

	/**
	 * Return one entry.
	 * @param entry an entry that was accepted, in its normalised spelling
	 * @return the entry alone
	 */
	static SortedOrigins of(String entry) {
		return of(new String[] { entry });
	}

	/**
	 * Return some entries.
	 * @param entries entries that were accepted, in their normalised spelling and their
	 * natural order
	 * @return the entries
	 */
	static SortedOrigins of(SortedSet<String> entries) {
		return entries.isEmpty() ? EMPTY : of(entries.toArray(String[]::new));
	}

	private static SortedOrigins of(String[] entries) {
		boolean patterns = false;
		boolean lists = false;
		for (String entry : entries) {
			patterns |= isPattern(entry);
			lists |= isList(entry);
		}
		return new SortedOrigins(entries, lists ? texts(entries) : entries, patterns);
	}

	private static String[] texts(String[] entries) {
		NavigableSet<String> texts = new TreeSet<>();
		for (String entry : entries) {
			if (isList(entry)) {
				OriginPattern pattern = new OriginEntryParser().pattern(entry);
				for (int port : Objects.requireNonNull(pattern.ports().toArray())) {
					texts.add(OriginParts.serialize(pattern.scheme(), pattern.host(), port));
				}
			}
			else {
				texts.add(entry);
			}
		}
		return texts.toArray(String[]::new);
	}

	/**
	 * Return some of these patterns and of others. All have to be patterns without a list
	 * of ports.
	 * @param other other patterns
	 * @param kept tells which ones
	 * @return patterns in their natural order, each of them once
	 */
	SortedOrigins merge(SortedOrigins other, Predicate<String> kept) {
		String[] merged = Stream.of(this.texts, other.texts)
			.flatMap(Stream::of)
			.filter(kept)
			.sorted()
			.distinct()
			.toArray(String[]::new);
		return new SortedOrigins(merged, merged, true);
	}

	private static boolean isList(String entry) {
		return isPattern(entry) && entry.endsWith("]");
	}

	static boolean isPattern(String text) {
		return text.indexOf(WILDCARD) >= 0;
	}

	int size() {
		return this.entries.length;
	}

	List<String> entries() {
		return List.of(this.entries);
	}

	List<String> texts() {
		return List.of(this.texts);
	}

	/**
	 * Return whether an entry accepts an origin. Never throws.
	 * @param origin the value of an {@code Origin} header
	 * @return whether it is accepted; {@code false} for a malformed origin
	 */
	boolean allows(String origin) {
		if (origin.length() > OriginGrammar.MAX_LENGTH) {
			return false;
		}
		if (has(origin)) {
			return !this.patterns || !isPattern(origin);
		}
		return this.patterns && allowedByPattern(origin, OriginGrammar.scan(origin), ALL);
	}

	private boolean has(String origin) {
		if (this.texts.length == 1) {
			return this.texts[0].equals(origin);
		}
		return Arrays.binarySearch(this.texts, origin) >= 0;
	}

	/**
	 * Return whether a pattern accepts an origin.
	 * @param origin the value of an {@code Origin} header
	 * @param scan its scan
	 * @param counted tells the patterns that count
	 * @return whether one of those accepts it
	 */
	boolean allowedByPattern(String origin, long scan, Predicate<String> counted) {
		if (scan < 0 || !OriginGrammar.isName(scan)) {
			return false;
		}
		int start = OriginGrammar.hostStart(scan);
		int end = OriginGrammar.hostEnd(scan);
		for (int dot = origin.indexOf('.', start); dot >= 0 && dot < end; dot = origin.indexOf('.', dot + 1)) {
			int index = indexOfPattern(origin, start, dot);
			if (index >= 0 && counted.test(this.texts[index])) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Look for the pattern that an origin becomes when a wildcard takes the place of the
	 * labels between two of its characters.
	 */
	private int indexOfPattern(String origin, int from, int to) {
		int low = 0;
		int high = this.texts.length - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			int order = compare(this.texts[middle], origin, from, to);
			if (order == 0) {
				return middle;
			}
			if (order < 0) {
				low = middle + 1;
			}
			else {
				high = middle - 1;
			}
		}
		return -1;
	}

	private static int compare(String text, String origin, int from, int to) {
		int length = from + 1 + origin.length() - to;
		int common = Math.min(text.length(), length);
		for (int i = 0; i < common; i++) {
			char c = (i < from) ? origin.charAt(i) : (i == from) ? WILDCARD : origin.charAt(i - from - 1 + to);
			if (text.charAt(i) != c) {
				return text.charAt(i) - c;
			}
		}
		return text.length() - length;
	}

}
