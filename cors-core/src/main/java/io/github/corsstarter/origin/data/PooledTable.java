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

	private volatile PooledPatterns patterns = new PooledPatterns(this.holders::containsKey);

	/** Known to the thread alone that changes the table, as are those below. */
	private final List<String> addedPatterns = new ArrayList<>();

	/** What tenants have no longer, and count for until what they have instead is. */
	private final List<String> removed = new ArrayList<>();

	private int patternCount;

	@Override
	boolean allows(@Nullable String tenant, String origin) {
		PooledPatterns asked;
		do {
			asked = this.patterns;
			if ((this.holders.containsKey(origin) && !SortedOrigins.isPattern(origin)) || asked.allow(origin)) {
				return true;
			}
			// What would have allowed it may have gone for what has come meanwhile
		}
		while (asked != this.patterns);
		return false;
	}

	@Override
	SortedOrigins put(String tenant, SortedOrigins added) {
		SortedOrigins before = super.put(tenant, added);
		for (String text : added.texts()) {
			if (this.holders.merge(text, 1, Integer::sum) == 1 && SortedOrigins.isPattern(text)) {
				this.addedPatterns.add(text);
				this.patternCount++;
			}
		}
		this.removed.addAll(before.texts());
		return before;
	}

	@Override
	void publish() {
		this.patterns = this.patterns.with(this.addedPatterns, this.patternCount);
		this.addedPatterns.clear();
		for (String text : this.removed) {
			Integer left = this.holders.computeIfPresent(text, (key, count) -> (count > 1) ? count - 1 : null);
			if (left == null && SortedOrigins.isPattern(text)) {
				this.patternCount--;
			}
		}
		this.removed.clear();
	}

}
