package io.github.corsstarter.origin.data;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * The origins of each tenant. Any number of threads may ask while one at a time changes
 * it. Asking takes no lock, allocates nothing, and shows the origins that a tenant had
 * before a change or those that it has afterwards.
 */
class TenantTable {

	/** Its bins become trees where the names of tenants collide. */
	private final Map<String, SortedOrigins> tenants = new ConcurrentHashMap<>();

	private volatile long origins;

	/**
	 * Return whether an origin is allowed.
	 * @param tenant the tenant of the request, or {@code null} if it has none
	 * @param origin the value of an {@code Origin} header
	 * @return whether the tenant has an entry that accepts it
	 */
	boolean allows(@Nullable String tenant, String origin) {
		SortedOrigins own = (tenant != null) ? this.tenants.get(tenant) : null;
		return own != null && own.allows(origin);
	}

	final SortedOrigins get(String tenant) {
		return this.tenants.getOrDefault(tenant, SortedOrigins.EMPTY);
	}

	/**
	 * Replace the origins of a tenant. It is in force with {@link #publish()} at the
	 * latest.
	 * @param tenant the tenant
	 * @param added its origins from now on
	 * @return its origins until now
	 */
	SortedOrigins put(String tenant, SortedOrigins added) {
		SortedOrigins before = (added.size() > 0) ? this.tenants.put(tenant, added) : this.tenants.remove(tenant);
		SortedOrigins removed = (before != null) ? before : SortedOrigins.EMPTY;
		this.origins += added.size() - removed.size();
		return removed;
	}

	/**
	 * Bring into force whatever was put in.
	 */
	void publish() {
	}

	final void forEach(BiConsumer<String, SortedOrigins> action) {
		this.tenants.forEach(action);
	}

	final int tenants() {
		return this.tenants.size();
	}

	final long origins() {
		return this.origins;
	}

}
