package io.github.corsstarter.benchmark.boot;

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsRequest;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The decision alone, from the request that a filter has translated.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 600, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class DecisionBenchmark {

	private final CorsPolicies policies = ShopPolicy.policies();

	private final CorsRequest preflight = CorsRequest.preflight(ShopPolicy.ORIGIN, "PUT", ShopPolicy.PATH,
			List.of("authorization", "content-type"));

	private final CorsRequest allowed = CorsRequest.builder("GET", ShopPolicy.PATH)
		.origin(ShopPolicy.ORIGIN)
		.fetchSite("cross-site")
		.fetchMode("cors")
		.build();

	private final CorsRequest rejected = CorsRequest.builder("GET", ShopPolicy.PATH)
		.origin(ShopPolicy.STRANGER)
		.fetchSite("cross-site")
		.fetchMode("cors")
		.build();

	private final CorsRequest noOrigin = CorsRequest.builder("GET", ShopPolicy.PATH).build();

	@Benchmark
	public CorsDecision starterPreflight() {
		return this.policies.decide(this.preflight);
	}

	@Benchmark
	public CorsDecision starterAllowed() {
		return this.policies.decide(this.allowed);
	}

	@Benchmark
	public CorsDecision starterRejected() {
		return this.policies.decide(this.rejected);
	}

	@Benchmark
	public CorsDecision starterNoOrigin() {
		return this.policies.decide(this.noOrigin);
	}

}
