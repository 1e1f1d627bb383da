package io.github.corsstarter.benchmark.core;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.corsstarter.benchmark.CpuClock;
import io.github.corsstarter.benchmark.CpuTime;
import io.github.corsstarter.origin.data.OriginJudge;
import io.github.corsstarter.origin.data.OriginLimits;
import io.github.corsstarter.origin.data.OriginLoad;
import io.github.corsstarter.origin.data.OriginStore;
import io.github.corsstarter.origin.data.TenantHost;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Origins of tenants that have one each, next to {@link ExactOriginBenchmark}, and what
 * strings with one hash make of a lookup.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class OriginStoreBenchmark {

	private static final int COLLIDING_BITS = 13;

	private static final OriginLimits LIMITS = new OriginLimits(10_000, 2_000_000);

	static String host(int number) {
		return "t%013d.example".formatted(number);
	}

	@Benchmark
	public boolean hit(Tenants state) {
		return state.store.allows(state.host, state.origin);
	}

	@Benchmark
	public boolean miss(Tenants state) {
		return state.store.allows(state.host, state.otherOrigin);
	}

	@Benchmark
	public @Nullable String tenantOfHost(Tenants state) {
		return TenantHost.normalize(state.host);
	}

	@Benchmark
	public boolean pooledHit(Tenants state) {
		return state.pool.allows(null, state.origin);
	}

	@Benchmark
	public boolean collidingOrigin(Colliding state) {
		return state.store.allows("one.example", state.origin);
	}

	@Benchmark
	public boolean collidingTenant(Colliding state) {
		return state.store.allows(state.tenant, "https://a.example");
	}

	@Benchmark
	public boolean collidingPooled(Colliding state) {
		return state.pool.allows(null, state.origin);
	}

	/**
	 * What a request waits for a lookup, while others push or nobody does.
	 */
	@Benchmark
	@BenchmarkMode(Mode.SampleTime)
	public boolean hitWhilePushed(Pushed state) {
		return state.tenants.store.allows(TenantHost.normalize(state.tenants.host), state.tenants.origin);
	}

	@Benchmark
	@BenchmarkMode(Mode.SingleShotTime)
	@OutputTimeUnit(TimeUnit.MILLISECONDS)
	@Warmup(iterations = 1)
	@Measurement(iterations = 3)
	public long load(Rows state, CpuTime cpuTime) {
		return CpuClock.measure(cpuTime, () -> {
			OriginLoad load = state.store.begin();
			for (int number = 0; number < Rows.ROWS; number++) {
				load.add(state.hosts[number], state.origins[number]);
			}
			state.store.install(load);
			return state.store.origins();
		});
	}

	static OriginStore store() {
		return OriginStore.ofTenants(TenantHost::normalize, new OriginJudge(true, true), LIMITS, InstantSource.system(),
				System::nanoTime);
	}

	private static OriginStore pool() {
		return OriginStore.ofAll(new OriginJudge(true, true), LIMITS, InstantSource.system(), System::nanoTime);
	}

	/**
	 * Tenants with one origin each.
	 */
	@State(Scope.Benchmark)
	public static class Tenants {

		@Param({ "1", "100000", "1000000" })
		int tenants;

		OriginStore store = store();

		OriginStore pool = pool();

		String host = "";

		String origin = "";

		String otherOrigin = "";

		@Setup
		public void load() {
			OriginLoad load = this.store.begin();
			OriginLoad pooled = this.pool.begin();
			for (int number = 0; number < this.tenants; number++) {
				load.add(host(number), ExactOriginBenchmark.origin(number));
				pooled.add(host(number), ExactOriginBenchmark.origin(number));
			}
			this.store.install(load);
			this.pool.install(pooled);
			this.host = host(this.tenants - 1);
			this.origin = ExactOriginBenchmark.origin(this.tenants - 1);
			this.otherOrigin = ExactOriginBenchmark.origin(this.tenants);
		}

	}

	/**
	 * A hundred thousand tenants, whose origins somebody replaces one by one.
	 */
	@State(Scope.Benchmark)
	public static class Pushed {

		@Param({ "0", "1000" })
		int pushesPerSecond;

		final Tenants tenants = new Tenants();

		private final ScheduledExecutorService administration = Executors.newSingleThreadScheduledExecutor();

		private int next;

		@Setup
		public void start() {
			this.tenants.tenants = 100_000;
			this.tenants.load();
			if (this.pushesPerSecond > 0) {
				this.administration.scheduleAtFixedRate(this::push, 0, 1_000_000_000L / this.pushesPerSecond,
						TimeUnit.NANOSECONDS);
			}
		}

		private void push() {
			int number = this.next++ % this.tenants.tenants;
			this.tenants.store.replace(host(number), List.of(ExactOriginBenchmark.origin(number)));
		}

		@TearDown
		public void stop() {
			this.administration.shutdownNow();
		}

	}

	/**
	 * Strings that all have one hash.
	 */
	@State(Scope.Benchmark)
	public static class Colliding {

		OriginStore store = store();

		OriginStore pool = pool();

		String tenant = "";

		String origin = "";

		@Setup
		public void load() {
			OriginLoad load = this.store.begin();
			OriginLoad pooled = this.pool.begin();
			List<String> names = names();
			for (String name : names) {
				load.add("one.example", "https://" + name + ".example");
				load.add(name + ".example", "https://a.example");
				pooled.add(name, "https://" + name + ".example");
			}
			this.store.install(load);
			this.pool.install(pooled);
			this.tenant = names.get(names.size() / 2) + ".example";
			this.origin = "https://" + this.tenant;
		}

		private static List<String> names() {
			List<String> names = new ArrayList<>();
			for (int number = 0; number < (1 << COLLIDING_BITS); number++) {
				StringBuilder name = new StringBuilder();
				for (int bit = 0; bit < COLLIDING_BITS; bit++) {
					name.append((bit == 6 || bit == 12) ? "." : "")
						.append(((number >>> bit & 1) == 0) ? "qenbsnid" : "ughskmpo");
				}
				names.add(name.toString());
			}
			return names;
		}

	}

	/**
	 * A table of a million rows.
	 */
	@State(Scope.Benchmark)
	public static class Rows {

		static final int ROWS = 1_000_000;

		final OriginStore store = store();

		final String[] hosts = new String[ROWS];

		final String[] origins = new String[ROWS];

		@Setup
		public void read() {
			for (int number = 0; number < ROWS; number++) {
				this.hosts[number] = host(number);
				this.origins[number] = ExactOriginBenchmark.origin(number);
			}
		}

	}

}
