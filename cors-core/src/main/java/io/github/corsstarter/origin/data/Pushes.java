package io.github.corsstarter.origin.data;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * The latest push for each tenant, for as long as a load may still come that knows
 * nothing of it. Times are in nanoseconds of no meaning but their difference. Not safe
 * for use by several threads.
 */
final class Pushes {

	/** How long data may take to be wherever it is loaded from. */
	private static final long LAG = Duration.ofSeconds(60).toNanos();

	/** The oldest first. */
	private final Map<String, Push> latest = new LinkedHashMap<>();

	void add(String tenant, SortedOrigins origins, long at) {
		this.latest.remove(tenant);
		this.latest.put(tenant, new Push(origins, at));
	}

	/**
	 * Show what a load may not undo: the pushes since it began, and those shortly before.
	 * @param begin when it began
	 * @param action takes each tenant with its origins
	 */
	void forEachSince(long begin, BiConsumer<String, SortedOrigins> action) {
		this.latest.forEach((tenant, push) -> {
			if (push.isKeptBy(begin)) {
				action.accept(tenant, push.origins());
			}
		});
	}

	/**
	 * Forget the pushes that no load will undo any more.
	 * @param begin when the load that is under way began, or now
	 */
	void forgetBefore(long begin) {
		Iterator<Push> oldest = this.latest.values().iterator();
		while (oldest.hasNext() && !oldest.next().isKeptBy(begin)) {
			oldest.remove();
		}
	}

	void replaceAll(BiFunction<String, SortedOrigins, SortedOrigins> change) {
		this.latest.replaceAll((tenant, push) -> new Push(change.apply(tenant, push.origins()), push.at()));
	}

	void clear() {
		this.latest.clear();
	}

	/**
	 * The origins of a tenant as they were pushed.
	 *
	 * @param origins the origins
	 * @param at when
	 */
	private record Push(SortedOrigins origins, long at) {

		boolean isKeptBy(long begin) {
			return this.at - begin >= -LAG;
		}

	}

}
