package io.github.corsstarter.origin.data;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * All the data of a source on its way into an {@link OriginStore}. Safe for use by
 * several threads, which judge side by side.
 */
public final class OriginLoad {

	private final OriginStore store;

	private final OriginJudge judge;

	private final long begin;

	/** A tenant mostly has one origin, which stands there by itself. */
	private final Map<String, Object> tenants = new HashMap<>();

	private final Refusals refusals = new Refusals();

	private long origins;

	private boolean tooLarge;

	private boolean closed;

	OriginLoad(OriginStore store, OriginJudge judge, long begin) {
		this.store = store;
		this.judge = judge;
		this.begin = begin;
	}

	/**
	 * Add an origin of a tenant. One that is refused is left out and counted; what comes
	 * after the load has ended is ignored.
	 * @param tenant the tenant
	 * @param origin the origin
	 * @throws IllegalStateException if there are more origins than there may be, to end
	 * the load
	 */
	public void add(@Nullable String tenant, @Nullable String origin) {
		String key = this.store.key(tenant);
		JudgedOrigin judged = this.judge.judge(origin);
		String entry = judged.accepted();
		synchronized (this) {
			if (this.closed) {
				return;
			}
			if (entry == null) {
				refuse(key, origin, judged);
			}
			else {
				keep(key, entry);
			}
			if (this.tooLarge) {
				throw new IllegalStateException(tooLarge());
			}
		}
	}

	private void refuse(String tenant, @Nullable String origin, JudgedOrigin judged) {
		this.refusals.add(RefusedOrigin.of(tenant, origin, judged, this.store.now()));
	}

	private void keep(String tenant, String entry) {
		Object known = this.tenants.get(tenant);
		if (entry.equals(known) || (known instanceof NavigableSet<?> several && several.contains(entry))) {
			return;
		}
		if (size(known) >= this.store.limits().perTenant()) {
			refuse(tenant, entry, JudgedOrigin.tooMany(entry, this.store.limits()));
			return;
		}
		if (this.origins >= this.store.limits().all()) {
			this.tooLarge = true;
			this.tenants.clear();
			return;
		}
		this.origins++;
		this.tenants.put(tenant, (known != null) ? both(known, entry) : entry);
	}

	private static int size(@Nullable Object known) {
		if (known == null) {
			return 0;
		}
		return (known instanceof NavigableSet<?> several) ? several.size() : 1;
	}

	@SuppressWarnings("unchecked")
	private static NavigableSet<String> both(Object known, String entry) {
		NavigableSet<String> several;
		if (known instanceof NavigableSet<?>) {
			several = (NavigableSet<String>) known;
		}
		else {
			several = new TreeSet<>();
			several.add((String) known);
		}
		several.add(entry);
		return several;
	}

	synchronized void close() {
		this.closed = true;
	}

	/**
	 * Return what is wrong with the load by itself.
	 * @return why it can never be taken over, or {@code null} if it can
	 */
	public synchronized @Nullable String problem() {
		return this.tooLarge ? tooLarge() : null;
	}

	String tooLarge() {
		return "It has more than " + this.store.limits().all() + " origins.";
	}

	long begin() {
		return this.begin;
	}

	OriginJudge judge() {
		return this.judge;
	}

	Refusals refusals() {
		return this.refusals;
	}

	@SuppressWarnings("unchecked")
	synchronized void forEach(BiConsumer<String, SortedOrigins> action) {
		this.tenants.forEach((tenant, known) -> action.accept(tenant, (known instanceof String entry)
				? SortedOrigins.of(entry) : SortedOrigins.of((NavigableSet<String>) known)));
	}

}
