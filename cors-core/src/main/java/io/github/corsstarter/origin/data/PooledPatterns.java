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
 * not count. Any number of threads may ask while one at a time changes it.
 */
final class PooledPatterns {

	/** More runs of fewer patterns are not worth merging. */
	private static final int SMALL = 16;

	private final Predicate<String> counted;

	private volatile List<SortedOrigins> runs = List.of();

	/**
	 * Create a set without patterns.
	 * @param counted tells the patterns that have not gone
	 */
	PooledPatterns(Predicate<String> counted) {
		this.counted = counted;
	}

	/**
	 * Return whether a pattern accepts an origin. Allocates nothing.
	 * @param origin the value of an {@code Origin} header
	 * @return {@code false} also for a malformed origin
	 */
	boolean allow(String origin) {
		List<SortedOrigins> runs = this.runs;
		if (origin.length() > OriginGrammar.MAX_LENGTH) {
			return false;
		}
		for (int i = 0; i < runs.size(); i++) {
			if (runs.get(i).allowedByPattern(origin, this.counted)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Bring changes into force.
	 * @param added patterns that have come
	 * @param count how many patterns there are now
	 */
	void change(Collection<String> added, int count) {
		List<SortedOrigins> runs = new ArrayList<>(this.runs);
		SortedOrigins run = SortedOrigins.of(new TreeSet<>(added));
		boolean mostHaveGone = run.size() + runs.stream().mapToInt(SortedOrigins::size).sum() > 2 * count + SMALL;
		while (!runs.isEmpty() && (mostHaveGone || runs.get(runs.size() - 1).size() < 2 * run.size())) {
			run = runs.remove(runs.size() - 1).merge(run, this.counted);
		}
		if (run.size() > 0) {
			runs.add(run);
		}
		this.runs = List.copyOf(runs);
	}

}
