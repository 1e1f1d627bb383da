package io.github.corsstarter.origin.data;

import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * The origins of each tenant, of which every one is allowed to all.
 */
final class PooledTable extends TenantTable {

	/** How many tenants have an entry. */
	private final Map<String, Integer> holders = new ConcurrentHashMap<>();

	/** Known to the thread alone that changes the table. */
	private final NavigableSet<String> patternTexts = new TreeSet<>();

	private boolean patternsChanged;

	private volatile SortedOrigins patterns = SortedOrigins.EMPTY;

	@Override
	boolean allows(@Nullable String tenant, String origin) {
		return (this.holders.containsKey(origin) && !SortedOrigins.isPattern(origin)) || this.patterns.allows(origin);
	}

	@Override
	SortedOrigins put(String tenant, SortedOrigins added) {
		SortedOrigins removed = super.put(tenant, added);
		for (String text : added.texts()) {
			if (this.holders.merge(text, 1, Integer::sum) == 1 && SortedOrigins.isPattern(text)) {
				this.patternsChanged |= this.patternTexts.add(text);
			}
		}
		for (String text : removed.texts()) {
			Integer left = this.holders.computeIfPresent(text, (key, count) -> (count > 1) ? count - 1 : null);
			if (left == null && SortedOrigins.isPattern(text)) {
				this.patternsChanged |= this.patternTexts.remove(text);
			}
		}
		return removed;
	}

	@Override
	void publish() {
		if (this.patternsChanged) {
			this.patterns = SortedOrigins.of(this.patternTexts);
			this.patternsChanged = false;
		}
	}

}
