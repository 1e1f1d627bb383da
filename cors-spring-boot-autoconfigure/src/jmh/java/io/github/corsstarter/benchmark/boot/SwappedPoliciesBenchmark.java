package io.github.corsstarter.benchmark.boot;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.PolicyTable;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The decisions of {@link DecisionBenchmark} by several threads, while the policies are
 * replaced and while they are not. Both cost the same, and nothing is allocated that is
 * not allocated there.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 600, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
@Threads(2)
public class SwappedPoliciesBenchmark {

	@Param({ "0", "1000" })
	int swapsPerSecond;

	private final PolicyTable one = ShopPolicy.policies().table();

	private final PolicyTable other = ShopPolicy.policies().table();

	private volatile PolicyTable inForce = this.one;

	private final CorsPolicies policies = new CorsPolicies(() -> this.inForce);

	private final ScheduledExecutorService reloads = Executors.newSingleThreadScheduledExecutor();

	private final CorsRequest preflight = CorsRequest.preflight(ShopPolicy.ORIGIN, "PUT", ShopPolicy.PATH,
			List.of("authorization", "content-type"));

	private final CorsRequest allowed = CorsRequest.builder("GET", ShopPolicy.PATH)
		.origin(ShopPolicy.ORIGIN)
		.fetchSite("cross-site")
		.fetchMode("cors")
		.build();

	@Setup
	public void start() {
		if (this.swapsPerSecond > 0) {
			this.reloads.scheduleAtFixedRate(
					() -> this.inForce = (this.inForce == this.one) ? this.other : this.one, 0,
					1_000_000_000L / this.swapsPerSecond, TimeUnit.NANOSECONDS);
		}
	}

	@TearDown
	public void stop() {
		this.reloads.shutdownNow();
	}

	@Benchmark
	public CorsDecision starterPreflight() {
		return this.policies.decide(this.preflight);
	}

	@Benchmark
	public CorsDecision starterAllowed() {
		return this.policies.decide(this.allowed);
	}

}
