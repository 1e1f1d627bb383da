package io.github.corsstarter.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.corsstarter.origin.OriginAllowlist;
import io.github.corsstarter.origin.OriginRegex;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Regular expressions, which Spring has no counterpart of. A hit matches the one that was
 * added last.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class OriginRegexBenchmark {

	static String regex(int number) {
		return "https://(pr-\\d+|preview)\\.team-%04d\\.example\\.com".formatted(number);
	}

	private static String origin(int number) {
		return "https://pr-1234.team-%04d.example.com".formatted(number);
	}

	@Benchmark
	public boolean starterHit(Allowlist state) {
		return state.allowlist.allows(state.hit);
	}

	@Benchmark
	public boolean starterMiss(Allowlist state) {
		return state.allowlist.allows(state.miss);
	}

	@State(Scope.Benchmark)
	public static class Allowlist {

		@Param({ "1", "10", "100" })
		int entries;

		OriginAllowlist allowlist = OriginAllowlist.builder().build();

		String hit = "";

		String miss = "";

		@Setup
		public void build() {
			OriginAllowlist.Builder builder = OriginAllowlist.builder();
			IntStream.range(0, this.entries).forEach((number) -> builder.add(OriginRegex.parse(regex(number))));
			this.allowlist = builder.build();
			this.hit = origin(this.entries - 1);
			this.miss = origin(this.entries);
		}

	}

}
