package io.github.corsstarter.benchmark.core;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.corsstarter.origin.entry.OriginEntryParser;
import io.github.corsstarter.origin.match.OriginAllowlist;
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
import org.openjdk.jmh.annotations.Warmup;

import org.springframework.web.cors.CorsConfiguration;

/**
 * Patterns for the subdomains of a domain. A hit matches the pattern that was added last.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class OriginPatternBenchmark {

	static String pattern(int number) {
		return "https://*.team-%07d.example".formatted(number);
	}

	private static String origin(int number) {
		return pattern(number).replace("*", "app");
	}

	@Benchmark
	public boolean starterHit(Allowlist state) {
		return state.allowlist.allows(state.hit);
	}

	@Benchmark
	public boolean starterMiss(Allowlist state) {
		return state.allowlist.allows(state.miss);
	}

	@Benchmark
	public @Nullable String springHit(Configuration state) {
		return state.configuration.checkOrigin(state.hit);
	}

	@Benchmark
	public @Nullable String springMiss(Configuration state) {
		return state.configuration.checkOrigin(state.miss);
	}

	@State(Scope.Benchmark)
	public static class Allowlist {

		@Param({ "1", "100", "10000", "1000000" })
		int entries;

		OriginAllowlist allowlist = OriginAllowlist.builder().build();

		String hit = "";

		String miss = "";

		@Setup
		public void build() {
			OriginEntryParser parser = new OriginEntryParser();
			OriginAllowlist.Builder builder = OriginAllowlist.builder();
			IntStream.range(0, this.entries).forEach((number) -> builder.add(parser.pattern(pattern(number))));
			this.allowlist = builder.build();
			this.hit = origin(this.entries - 1);
			this.miss = origin(this.entries);
		}

	}

	@State(Scope.Benchmark)
	public static class Configuration {

		@Param({ "1", "100", "10000" })
		int entries;

		final CorsConfiguration configuration = new CorsConfiguration();

		String hit = "";

		String miss = "";

		@Setup
		public void build() {
			List<String> patterns = IntStream.range(0, this.entries).mapToObj(OriginPatternBenchmark::pattern).toList();
			this.configuration.setAllowedOriginPatterns(patterns);
			this.hit = origin(this.entries - 1);
			this.miss = origin(this.entries);
		}

	}

}
