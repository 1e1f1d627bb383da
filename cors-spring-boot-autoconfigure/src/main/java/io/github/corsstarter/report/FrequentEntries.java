package io.github.corsstarter.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The most frequent of any number of entries, in bounded space. A new entry takes the
 * place of the rarest, and its count as a debt: so whatever makes up more than one in
 * {@value #CAPACITY} of all is among them, however many others there are. Safe for use by
 * several threads.
 *
 * @see <a href="https://doi.org/10.1007/978-3-540-30570-5_27">Metwally, Agrawal, El
 * Abbadi: Efficient Computation of Frequent and Top-k Elements in Data Streams</a>
 */
final class FrequentEntries {

	static final int CAPACITY = 200;

	private final Map<Entry, Count> counts = new HashMap<>();

	/**
	 * Count an entry.
	 * @param entry the entry
	 * @param now when it was seen
	 */
	synchronized void add(Entry entry, Instant now) {
		Count known = this.counts.get(entry);
		if (known == null && this.counts.size() == CAPACITY) {
			Map.Entry<Entry, Count> rarest = Collections.min(this.counts.entrySet(),
					Comparator.comparingLong((candidate) -> candidate.getValue().count()));
			this.counts.remove(rarest.getKey());
			long debt = rarest.getValue().count();
			this.counts.put(entry, new Count(debt + 1, debt, now, now));
		}
		else {
			this.counts.put(entry, (known != null) ? known.andAt(now) : new Count(1, 0, now, now));
		}
	}

	/**
	 * Return the entries.
	 * @return a copy, the most frequent first
	 */
	synchronized List<Map.Entry<Entry, Count>> inOrder() {
		List<Map.Entry<Entry, Count>> entries = new ArrayList<>();
		this.counts.forEach((entry, count) -> entries.add(Map.entry(entry, count)));
		entries.sort(Map.Entry.comparingByValue(Comparator.comparingLong(Count::count).reversed()));
		return entries;
	}

	/**
	 * How often an entry was seen.
	 *
	 * @param count how often at most
	 * @param error how much the count can be too high
	 * @param first when it was seen first, since it has had its place
	 * @param last when it was seen last
	 */
	record Count(long count, long error, Instant first, Instant last) {

		Count andAt(Instant now) {
			return new Count(this.count + 1, this.error, this.first, now);
		}

	}

}
