package io.github.corsstarter.benchmark.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.corsstarter.benchmark.CpuClock;
import io.github.corsstarter.benchmark.CpuTime;
import io.github.corsstarter.benchmark.Entries;
import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.EffectivePolicies;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.validation.PolicyValidator;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.subject.ValidationInput;
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
 * Judging and compiling a policy, each time in a new JVM: the part of the start-up that
 * depends on the entries.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(5)
public class ValidationBenchmark {

	@Benchmark
	public CorsPolicy starterRegexes(Regexes regexes, CpuTime cpuTime) {
		return CpuClock.measure(cpuTime,
				() -> compile(CorsPolicyDefinition.builder(CorsPolicyDefinition.BASE)
					.allowedOrigins("https://app.example.com")
					.allowedOriginRegexes(
							IntStream.range(0, regexes.entries).mapToObj(Entries::regex).toArray(String[]::new))
					.build()));
	}

	@Benchmark
	public CorsPolicy starterPatterns(Patterns patterns, CpuTime cpuTime) {
		return CpuClock.measure(cpuTime,
				() -> compile(CorsPolicyDefinition.builder(CorsPolicyDefinition.BASE)
					.allowedOriginPatterns(IntStream.range(0, patterns.entries)
						.mapToObj(OriginPatternBenchmark::pattern)
						.toArray(String[]::new))
					.build()));
	}

	@Benchmark
	public CorsPolicy starterExactOrigins(ExactOrigins origins, CpuTime cpuTime) {
		return CpuClock.measure(cpuTime,
				() -> compile(CorsPolicyDefinition.builder(CorsPolicyDefinition.BASE)
					.allowedOrigins(IntStream.range(0, origins.entries).mapToObj(Entries::exact).toArray(String[]::new))
					.build()));
	}

	private static CorsPolicy compile(CorsPolicyDefinition definition) {
		Deployment deployment = new Deployment(true, List.of("prod"), null,
				ConfiguredList.of("cors.production.profiles", List.of("prod")), LocalDate.EPOCH, "");
		new PolicyValidator((path) -> null)
			.validate(new ValidationInput(EffectivePolicies.of(definition, List.of()), deployment, Map.of(), List.of(),
					List.of(), List.of(), List.of(), false))
			.throwIfUnsafe();
		return CorsPolicy.compile(EffectivePolicy.of(definition));
	}

	@State(Scope.Benchmark)
	public static class Regexes {

		@Param({ "0", "10", "100" })
		int entries;

	}

	@State(Scope.Benchmark)
	public static class Patterns {

		@Param("100")
		int entries;

	}

	@State(Scope.Benchmark)
	public static class ExactOrigins {

		@Param("100000")
		int entries;

	}

}
