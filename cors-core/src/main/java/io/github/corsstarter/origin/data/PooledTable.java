package io.github.corsstarter.origin.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * The origins of each tenant, of which every one is allowed to all.
 */
final class PooledTable extends TenantTable {

	/** How many tenants have an entry. */
	private final Map<String, Integer> holders = new ConcurrentHashMap<>();

	private final PooledPatterns patterns = new PooledPatterns(this.holders::containsKey);

	/** Known to the thread alone that changes the table, as is the number. */
	private final List<String> addedPatterns = new ArrayList<>();

	private int patternCount;

	@Override
	boolean allows(@Nullable String tenant, String origin) {
		return (this.holders.containsKey(origin) && !SortedOrigins.isPattern(origin)) || this.patterns.allow(origin);
	}

	@Override
	SortedOrigins put(String tenant, SortedOrigins added) {
		SortedOrigins removed = super.put(tenant, added);
		for (String text : added.texts()) {
			if (this.holders.merge(text, 1, Integer::sum) == 1 && SortedOrigins.isPattern(text)) {
				this.addedPatterns.add(text);
				this.patternCount++;
			}
		}
		for (String text : removed.texts()) {
			Integer left = this.holders.computeIfPresent(text, (key, count) -> (count > 1) ? count - 1 : null);
			if (left == null && SortedOrigins.isPattern(text)) {
				this.patternCount--;
			}
		}
		return removed;
	}

	@Override
	void publish() {
		this.patterns.change(this.addedPatterns, this.patternCount);
		this.addedPatterns.clear();
	}

}
