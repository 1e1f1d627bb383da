package io.github.corsstarter.benchmark.core;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.corsstarter.origin.Origin;
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
 * Exact origins of 30 characters. The header is never the string that was configured. A
 * hit is the entry that was added last; {@code AnyHit} makes a new header each time, as a
 * server does, that names any of the entries.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class ExactOriginBenchmark {

	private static final int DIGITS = 14;

	static String origin(int number) {
		return "https://%014d.example".formatted(number);
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
	public boolean starterAnyHit(Allowlist state) {
		return state.allowlist.allows(state.headers.next());
	}

	@Benchmark
	public @Nullable String springHit(Configuration state) {
		return state.configuration.checkOrigin(state.hit);
	}

	@Benchmark
	public @Nullable String springMiss(Configuration state) {
		return state.configuration.checkOrigin(state.miss);
	}

	@Benchmark
	public @Nullable String springAnyHit(Configuration state) {
		return state.configuration.checkOrigin(state.headers.next());
	}

	@State(Scope.Benchmark)
	public static class Allowlist {

		@Param({ "1", "100", "10000", "1000000" })
		int entries;

		OriginAllowlist allowlist = OriginAllowlist.builder().build();

		String hit = "";

		String miss = "";

		Headers headers = new Headers(1);

		@Setup
		public void build() {
			OriginAllowlist.Builder builder = OriginAllowlist.builder();
			IntStream.range(0, this.entries).forEach((number) -> builder.add(Origin.ofConfigured(origin(number))));
			this.allowlist = builder.build();
			this.hit = origin(this.entries - 1);
			this.miss = origin(this.entries);
			this.headers = new Headers(this.entries);
		}

	}

	@State(Scope.Benchmark)
	public static class Configuration {

		@Param({ "1", "100", "10000" })
		int entries;

		final CorsConfiguration configuration = new CorsConfiguration();

		String hit = "";

		String miss = "";

		Headers headers = new Headers(1);

		@Setup
		public void build() {
			List<String> origins = IntStream.range(0, this.entries).mapToObj(ExactOriginBenchmark::origin).toList();
			this.configuration.setAllowedOrigins(origins);
			this.hit = origin(this.entries - 1);
			this.miss = origin(this.entries);
			this.headers = new Headers(this.entries);
		}

	}

	/**
	 * Headers in an order that no cache can foresee.
	 */
	private static final class Headers {

		private final byte[] characters = origin(0).getBytes(StandardCharsets.ISO_8859_1);

		private final int entries;

		private int random;

		Headers(int entries) {
			this.entries = entries;
		}

		String next() {
			this.random = 1664525 * this.random + 1013904223;
			int number = (int) ((this.random & 0xFFFF_FFFFL) * this.entries >>> Integer.SIZE);
			int first = "https://".length();
			for (int i = first + DIGITS - 1; i >= first; i--) {
				this.characters[i] = (byte) ('0' + number % 10);
				number /= 10;
			}
			return new String(this.characters, StandardCharsets.ISO_8859_1);
		}

	}

}
