package io.github.corsstarter.origin.data;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * The origins of one source, in memory. They come in two ways: all of them in a
 * {@linkplain #begin() load}, and those of one tenant in a {@linkplain #replace push}.
 * What was pushed survives a load that is under way, and one that begins soon after:
 * replicas lag. Safe for use by any number of threads. Asking whether an origin is
 * allowed takes no lock and allocates nothing.
 */
public final class OriginStore {

	private final Supplier<TenantTable> tables;

	private final UnaryOperator<@Nullable String> keys;

	private final OriginLimits limits;

	private final InstantSource clock;

	private final LongSupplier ticker;

	private volatile TenantTable table;

	private volatile OriginJudge judge;

	private final Pushes pushes = new Pushes();

	private @Nullable OriginLoad underWay;

	private boolean loaded;

	private Refusals refusals = new Refusals();

	private OriginStore(Supplier<TenantTable> tables, UnaryOperator<@Nullable String> keys, OriginJudge judge,
			OriginLimits limits, InstantSource clock, LongSupplier ticker) {
		this.tables = tables;
		this.keys = keys;
		this.judge = judge;
		this.limits = limits;
		this.clock = clock;
		this.ticker = ticker;
		this.table = tables.get();
	}

	/**
	 * Create a store whose tenants have each their own origins.
	 * @param keys normalises the name of a tenant
	 * @param judge judges the origins
	 * @param limits how many there may be
	 * @param clock tells when an entry is refused
	 * @param ticker tells how much time passes, in nanoseconds
	 * @return an empty store
	 */
	public static OriginStore ofTenants(UnaryOperator<@Nullable String> keys, OriginJudge judge, OriginLimits limits,
			InstantSource clock, LongSupplier ticker) {
		return new OriginStore(TenantTable::new, keys, judge, limits, clock, ticker);
	}

	/**
	 * Create a store that allows the origins of each tenant to all.
	 * @param judge judges the origins
	 * @param limits how many there may be
	 * @param clock tells when an entry is refused
	 * @param ticker tells how much time passes, in nanoseconds
	 * @return an empty store
	 */
	public static OriginStore ofAll(OriginJudge judge, OriginLimits limits, InstantSource clock, LongSupplier ticker) {
		return new OriginStore(PooledTable::new, UnaryOperator.identity(), judge, limits, clock, ticker);
	}

	/**
	 * Return whether an origin is allowed. Never throws.
	 * @param tenant the tenant of the request in its normalised spelling, or {@code null}
	 * if it has none
	 * @param origin the value of an {@code Origin} header
	 * @return whether an entry accepts it
	 */
	public boolean allows(@Nullable String tenant, String origin) {
		return this.table.allows(tenant, origin);
	}

	/**
	 * Begin to load all origins. Of several loads the one that began last counts.
	 * @return what takes them
	 */
	public synchronized OriginLoad begin() {
		OriginLoad load = new OriginLoad(this, this.judge, this.ticker.getAsLong());
		this.underWay = load;
		forget();
		return load;
	}

	/**
	 * Let the origins of a load take the place of all others but for those that were
	 * pushed since, or shortly before it began.
	 * @param load the load, which has ended
	 * @return why the load is not taken over, or {@code null} if it is
	 */
	public @Nullable String install(OriginLoad load) {
		load.close();
		synchronized (this) {
			if (this.underWay != load) {
				return "Another load has begun since.";
			}
			this.underWay = null;
			if (load.problem() != null) {
				return load.problem();
			}
			TenantTable loaded = table(load);
			if (this.loaded && loaded.origins() == 0 && this.table.origins() > 0) {
				return "It has no origins any more.";
			}
			this.pushes.forEachSince(load.begin(), (tenant, origins) -> {
				loaded.put(tenant, origins);
				load.refusals().take(tenant, this.refusals);
			});
			if (loaded.origins() > this.limits.all()) {
				return load.tooLarge();
			}
			loaded.publish();
			this.refusals = load.refusals();
			this.table = loaded;
			this.loaded = true;
			forget();
			return null;
		}
	}

	private TenantTable table(OriginLoad load) {
		TenantTable loaded = this.tables.get();
		boolean judgedAlike = load.judge().equals(this.judge);
		load.forEach((tenant, origins) -> loaded.put(tenant,
				judgedAlike ? origins : judgeAgain(tenant, origins, load.refusals())));
		return loaded;
	}

	/**
	 * Give up a load that has failed. What it adds from now on is ignored.
	 * @param load the load
	 */
	public void abandon(OriginLoad load) {
		load.close();
		synchronized (this) {
			if (this.underWay == load) {
				this.underWay = null;
			}
		}
	}

	/**
	 * Drop all origins, those that were pushed included.
	 */
	public synchronized void clear() {
		this.pushes.clear();
		this.table = this.tables.get();
	}

	/**
	 * Replace the origins of a tenant, which is in force when this returns. Nothing
	 * changes if there are more than there may be.
	 * @param tenant the tenant
	 * @param origins its origins from now on
	 * @return what became of each
	 */
	public synchronized List<JudgedOrigin> replace(String tenant, Collection<? extends @Nullable String> origins) {
		String key = key(tenant);
		List<JudgedOrigin> judged = new ArrayList<>(origins.size());
		NavigableSet<String> accepted = new TreeSet<>();
		for (String origin : origins) {
			JudgedOrigin one = this.judge.judge(origin);
			judged.add(one);
			String entry = one.accepted();
			if (entry != null) {
				accepted.add(entry);
			}
		}
		long others = this.table.origins() - this.table.get(key).size();
		if (accepted.size() > this.limits.perTenant() || others + accepted.size() > this.limits.all()) {
			judged.replaceAll((one) -> one.isRefused() ? one : JudgedOrigin.tooMany(one.normalized(), this.limits));
		}
		else {
			push(key, SortedOrigins.of(accepted));
		}
		this.refusals.forget(key);
		int next = 0;
		for (String origin : origins) {
			JudgedOrigin one = judged.get(next++);
			if (one.isRefused()) {
				this.refusals.add(RefusedOrigin.of(key, origin, one, now()));
			}
		}
		return judged;
	}

	/**
	 * Remove a tenant with all of its origins, which is in force when this returns.
	 * @param tenant the tenant
	 */
	public synchronized void remove(String tenant) {
		push(key(tenant), SortedOrigins.EMPTY);
	}

	private void push(String key, SortedOrigins origins) {
		this.pushes.add(key, origins, this.ticker.getAsLong());
		this.table.put(key, origins);
		this.table.publish();
		forget();
	}

	private void forget() {
		this.pushes.forgetBefore((this.underWay != null) ? this.underWay.begin() : this.ticker.getAsLong());
	}

	/**
	 * Let another judge judge, and have it judge again what there is. What it refuses is
	 * gone when this returns; what the one before has refused is for the next load to
	 * bring back.
	 * @param next the judge from now on
	 * @return whether it is another one
	 */
	public synchronized boolean judgeBy(OriginJudge next) {
		if (next.equals(this.judge)) {
			return false;
		}
		this.judge = next;
		TenantTable judged = this.tables.get();
		this.table.forEach((tenant, origins) -> judged.put(tenant, judgeAgain(tenant, origins, this.refusals)));
		judged.publish();
		this.table = judged;
		// What is pushed is in the table, too
		this.pushes.replaceAll(judged::get);
		return true;
	}

	private SortedOrigins judgeAgain(String tenant, SortedOrigins origins, Refusals refusals) {
		NavigableSet<String> kept = new TreeSet<>();
		for (String entry : origins.entries()) {
			JudgedOrigin judged = this.judge.judge(entry);
			if (judged.isRefused()) {
				refusals.add(RefusedOrigin.of(tenant, entry, judged, now()));
			}
			else {
				kept.add(entry);
			}
		}
		return (kept.size() == origins.size()) ? origins : SortedOrigins.of(kept);
	}

	/**
	 * Return how the name of a tenant is spelled here.
	 */
	String key(@Nullable String tenant) {
		String key = this.keys.apply(tenant);
		return (key != null) ? key : "";
	}

	Instant now() {
		return this.clock.instant();
	}

	OriginLimits limits() {
		return this.limits;
	}

	/**
	 * Return how many tenants have an origin.
	 * @return the number of tenants
	 */
	public int tenants() {
		return this.table.tenants();
	}

	/**
	 * Return how many origins there are.
	 * @return the number of origins, one that several tenants have counted for each
	 */
	public long origins() {
		return this.table.origins();
	}

	/**
	 * Return how many entries are left out: those of the load in force, or, of a tenant
	 * whose origins were replaced since, those of the last time.
	 * @return the number of refused entries
	 */
	public synchronized long refused() {
		return this.refusals.count();
	}

	/**
	 * Return the latest entries that were left out.
	 * @return at most 100, the latest first
	 */
	public synchronized List<RefusedOrigin> latestRefused() {
		return this.refusals.latest();
	}

}
