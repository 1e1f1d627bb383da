package io.github.corsstarter.origin.data;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * How many entries were refused, and the latest of them. Not safe for use by several
 * threads.
 */
final class Refusals {

	static final int CAPACITY = 100;

	/** Of further tenants, what was refused is counted until the next load. */
	private static final int MAX_TENANTS = 10_000;

	private final Deque<RefusedOrigin> latest = new ArrayDeque<>();

	private final Map<String, Long> tenants = new HashMap<>();

	private long count;

	void add(RefusedOrigin refused) {
		list(refused);
		count(refused.tenant(), 1);
	}

	private void list(RefusedOrigin refused) {
		if (this.latest.size() == CAPACITY) {
			this.latest.removeLast();
		}
		this.latest.addFirst(refused);
	}

	private void count(String tenant, long more) {
		this.count += more;
		if (this.tenants.size() < MAX_TENANTS || this.tenants.containsKey(tenant)) {
			this.tenants.merge(tenant, more, Long::sum);
		}
	}

	/**
	 * Forget what was refused of a tenant.
	 * @param tenant the tenant
	 */
	void forget(String tenant) {
		Long own = this.tenants.remove(tenant);
		if (own != null) {
			this.count -= own;
			this.latest.removeIf((refused) -> refused.tenant().equals(tenant));
		}
	}

	/**
	 * Replace what was refused of a tenant by what was refused of it elsewhere.
	 * @param tenant the tenant
	 * @param elsewhere has what is to be taken over
	 */
	void take(String tenant, Refusals elsewhere) {
		forget(tenant);
		Long own = elsewhere.tenants.get(tenant);
		if (own != null) {
			count(tenant, own);
			Iterator<RefusedOrigin> oldest = elsewhere.latest.descendingIterator();
			oldest.forEachRemaining((refused) -> {
				if (refused.tenant().equals(tenant)) {
					list(refused);
				}
			});
		}
	}

	long count() {
		return this.count;
	}

	/**
	 * Return the latest.
	 * @return at most {@value #CAPACITY}, the latest first
	 */
	List<RefusedOrigin> latest() {
		return List.copyOf(this.latest);
	}

}
