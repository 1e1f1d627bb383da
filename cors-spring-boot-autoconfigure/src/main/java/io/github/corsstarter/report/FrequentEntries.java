package io.github.corsstarter.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The most frequent of any number of entries, in bounded space. A new entry takes the
 * place of the rarest, and its count as a debt: so whatever makes up more than one in
 * {@value #CAPACITY} of all is among them, however many others there are. Safe for use by
 * several threads: a thread that adds a new entry waits for others that do, and nobody
 * else waits.
 *
 * @see <a href="https://doi.org/10.1007/978-3-540-30570-5_27">Metwally, Agrawal, El
 * Abbadi: Efficient Computation of Frequent and Top-k Elements in Data Streams</a>
 */
final class FrequentEntries {

	static final int CAPACITY = 200;

	private final Map<Entry, Counter> counters = new ConcurrentHashMap<>();

	/**
	 * Count an entry.
	 * @param entry the entry
	 * @param now when it was seen
	 */
	void add(Entry entry, Instant now) {
		Counter known = this.counters.get(entry);
		if (known == null || !known.count(now)) {
			addNew(entry, now);
		}
	}

	private synchronized void addNew(Entry entry, Instant now) {
		Counter known = this.counters.get(entry);
		if (known == null) {
			long debt = (this.counters.size() < CAPACITY) ? 0 : removeRarest();
			this.counters.put(entry, new Counter(entry, debt, now));
		}
		else {
			known.count(now);
		}
	}

	/**
	 * Remove the rarest entry: the others can only have become more frequent while it was
	 * looked for.
	 * @return its count
	 */
	private long removeRarest() {
		while (true) {
			Counter rarest = null;
			long fewest = Long.MAX_VALUE;
			for (Counter counter : this.counters.values()) {
				long count = counter.count.get();
				if (count < fewest) {
					rarest = counter;
					fewest = count;
				}
			}
			if (rarest != null && rarest.close(fewest)) {
				this.counters.remove(rarest.entry);
				return fewest;
			}
		}
	}

	/**
	 * Return the entries.
	 * @return a copy, the most frequent first
	 */
	synchronized List<Map.Entry<Entry, Count>> inOrder() {
		List<Map.Entry<Entry, Count>> entries = new ArrayList<>();
		this.counters.forEach((entry, counter) -> entries.add(Map.entry(entry, counter.read())));
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

	}

	/**
	 * Counts an entry for as long as it has its place.
	 */
	private static final class Counter {

		private static final long CLOSED = -1;

		private final Entry entry;

		private final long error;

		private final Instant first;

		private final AtomicLong count;

		private volatile Instant last;

		Counter(Entry entry, long error, Instant now) {
			this.entry = entry;
			this.error = error;
			this.first = now;
			this.count = new AtomicLong(error + 1);
			this.last = now;
		}

		/**
		 * Count once more.
		 * @param now when
		 * @return {@code false} if this is closed
		 */
		boolean count(Instant now) {
			long before = this.count.getAndUpdate((count) -> (count != CLOSED) ? count + 1 : CLOSED);
			this.last = now;
			return before != CLOSED;
		}

		Count read() {
			return new Count(this.count.get(), this.error, this.first, this.last);
		}

		/**
		 * Count no more, if nothing was counted in between.
		 */
		boolean close(long expected) {
			return this.count.compareAndSet(expected, CLOSED);
		}

	}

}
