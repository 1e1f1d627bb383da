package io.github.corsstarter.benchmark.core;

import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.github.corsstarter.benchmark.Entries;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import io.github.corsstarter.origin.match.OriginAllowlist;
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

		@Param({ "1", "100", "10000" })
		int entries;

		@Param
		Shape shape = Shape.PREVIEWS;

		OriginAllowlist allowlist = OriginAllowlist.builder().build();

		String hit = "";

		String miss = "";

		@Setup
		public void build() {
			OriginAllowlist.Builder builder = OriginAllowlist.builder();
			IntStream.range(0, this.entries)
				.forEach((number) -> builder.add(new OriginEntryParser().regex(this.shape.regex(number))));
			this.allowlist = builder.build();
			this.hit = this.shape.origin(this.entries - 1);
			this.miss = this.shape.origin(this.entries);
		}

	}

	/**
	 * What the expressions look like.
	 */
	public enum Shape {

		/**
		 * Few origins each.
		 */
		PREVIEWS(Entries::regex, "https://pr-1234.team-%04d.example.com"),

		/**
		 * Wildcards on both sides of a word.
		 */
		INNER_WORDS("https://.*-word%1$d-.*\\.app-%1$04d\\.com"::formatted, "https://a-word%1$d-b.app-%1$04d.com");

		private final IntFunction<String> regex;

		private final String origin;

		Shape(IntFunction<String> regex, String origin) {
			this.regex = regex;
			this.origin = origin;
		}

		String regex(int number) {
			return this.regex.apply(number);
		}

		String origin(int number) {
			return this.origin.formatted(number);
		}

	}

}
