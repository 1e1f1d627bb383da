package io.github.corsstarter.origin.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

import io.github.corsstarter.origin.OriginGrammar;

/**
 * Patterns that come and go one after another. They are kept in sorted runs, each at
 * least twice as long as the next one, so that a pattern is moved a few times only
 * however many there are. What has gone stays in its run until that is merged, and does
 * not count. Immutable but for what counts.
 */
final class PooledPatterns {

	/** So many that have gone are not worth a merge. */
	private static final int TOLERATED = 16;

	private final Predicate<String> counted;

	private final List<SortedOrigins> runs;

	/**
	 * Create a set without patterns.
	 * @param counted tells the patterns that have not gone
	 */
	PooledPatterns(Predicate<String> counted) {
		this(counted, List.of());
	}

	private PooledPatterns(Predicate<String> counted, List<SortedOrigins> runs) {
		this.counted = counted;
		this.runs = runs;
	}

	/**
	 * Return whether a pattern accepts an origin. Allocates nothing.
	 * @param origin the value of an {@code Origin} header
	 * @return {@code false} also for a malformed origin
	 */
	boolean allow(String origin) {
		long scan = OriginGrammar.scan(origin);
		for (int i = 0; i < this.runs.size(); i++) {
			if (this.runs.get(i).allowedByPattern(origin, scan, this.counted)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return these patterns and others.
	 * @param added patterns that have come
	 * @param count how many patterns there are with them
	 * @return another set
	 */
	PooledPatterns with(Collection<String> added, int count) {
		List<SortedOrigins> runs = new ArrayList<>(this.runs);
		SortedOrigins run = SortedOrigins.of(new TreeSet<>(added));
		boolean mostHaveGone = run.size() + runs.stream().mapToInt(SortedOrigins::size).sum() > 2 * count + TOLERATED;
		while (!runs.isEmpty() && (mostHaveGone || runs.get(runs.size() - 1).size() < 2 * run.size())) {
			run = runs.remove(runs.size() - 1).merge(run, this.counted);
		}
		if (run.size() > 0) {
			runs.add(run);
		}
		return new PooledPatterns(this.counted, List.copyOf(runs));
	}

}
