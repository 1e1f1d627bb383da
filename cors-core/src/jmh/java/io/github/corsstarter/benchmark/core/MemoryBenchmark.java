package io.github.corsstarter.benchmark.core;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.github.corsstarter.origin.data.OriginLoad;
import io.github.corsstarter.origin.data.OriginStore;
import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.origin.match.OriginAllowlist;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.EffectivePolicy;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The heap that exact origins take beside their characters: what is in use once nothing
 * more is collected, less what was in use before. The score is the time to build them.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(value = 1, jvmArgsAppend = { "-XX:+UseSerialGC", "-Xmx4g" })
public class MemoryBenchmark {

	@Benchmark
	public Object starterAllowlist(Footprint footprint) {
		return footprint.measure(() -> {
			OriginAllowlist.Builder builder = OriginAllowlist.builder();
			footprint.numbers().mapToObj(ExactOriginBenchmark::origin).map(ExactOrigin::parse).forEach(builder::add);
			return builder.build();
		});
	}

	/**
	 * A policy knows its definition, too: each entry as it was written, and the property
	 * that it comes from.
	 */
	@Benchmark
	public Object starterPolicy(Footprint footprint) {
		return footprint.measure(() -> {
			String[] origins = footprint.numbers().mapToObj(ExactOriginBenchmark::origin).toArray(String[]::new);
			CorsPolicyDefinition definition = CorsPolicyDefinition.builder(CorsPolicyDefinition.BASE)
				.allowedOrigins(origins)
				.build();
			return CorsPolicy.compile(EffectivePolicy.of(definition));
		});
	}

	/**
	 * Tenants with one origin each. The names of their hosts are no part of the figure
	 * either.
	 */
	@Benchmark
	public Object starterTenants(Footprint footprint) {
		OriginStore store = OriginStoreBenchmark.store();
		Object measured = footprint.measure(() -> {
			OriginLoad load = store.begin();
			footprint.numbers()
				.forEach((number) -> load.add(OriginStoreBenchmark.host(number), ExactOriginBenchmark.origin(number)));
			store.install(load);
			return store;
		});
		footprint.bytesPerEntry -= OriginStoreBenchmark.host(0).length();
		return measured;
	}

	@State(Scope.Thread)
	@AuxCounters(AuxCounters.Type.EVENTS)
	public static class Footprint {

		@Param("1000000")
		int entries;

		/**
		 * What JMH reports besides the score.
		 */
		public double bytesPerEntry;

		IntStream numbers() {
			return IntStream.range(0, this.entries);
		}

		<T> T measure(Supplier<T> supplier) {
			long before = settledHeap();
			T subject = supplier.get();
			long heap = settledHeap() - before;
			this.bytesPerEntry = (double) heap / this.entries - ExactOriginBenchmark.origin(0).length();
			return subject;
		}

		private static long settledHeap() {
			Runtime runtime = Runtime.getRuntime();
			long used = Long.MAX_VALUE;
			long settled = Long.MAX_VALUE;
			do {
				used = settled;
				System.gc();
				settled = runtime.totalMemory() - runtime.freeMemory();
			}
			while (settled < used);
			return settled;
		}

	}

}
