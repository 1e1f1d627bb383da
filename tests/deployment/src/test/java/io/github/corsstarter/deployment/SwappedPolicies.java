package io.github.corsstarter.deployment;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.policy.PolicyTable;
import io.github.corsstarter.web.PathPatternMapping;

/**
 * Three configurations that differ in every header, and take each other's place every
 * millisecond while they are {@link #swapping()}.
 */
final class SwappedPolicies {

	static final String ORIGIN = "https://app.example.com";

	private static final List<String> METHODS = List.of("PUT", "DELETE", "PATCH");

	/** The second governs only some of them. */
	private static final List<List<String>> PATHS = List.of(List.of("/**"), List.of("/items", "/spring"),
			List.of("/**"));

	private static final List<PolicyTable> SNAPSHOTS = IntStream.range(0, METHODS.size())
		.mapToObj(SwappedPolicies::snapshot)
		.toList();

	private final AtomicInteger current = new AtomicInteger();

	private static PolicyTable snapshot(int number) {
		CorsPolicyDefinition.Builder definition = CorsPolicyDefinition.builder("revision" + number)
			.paths(PATHS.get(number).toArray(String[]::new))
			.allowedMethods("GET", METHODS.get(number))
			.exposedHeaders("X-Revision-" + number)
			.allowCredentials(number == 0)
			.maxAge(Duration.ofSeconds(1000 + number))
			.preflightStatus(200 + number);
		definition = (number == 2) ? definition.allowedOrigins("*") : definition.allowedOrigins(ORIGIN);
		CorsPolicy policy = CorsPolicy.compile(EffectivePolicy.of(definition.build()));
		return new PolicyTable(PathPatternMapping.of(List.of(policy), List.of()));
	}

	static int count() {
		return METHODS.size();
	}

	CorsPolicies policies() {
		return new CorsPolicies(() -> SNAPSHOTS.get(this.current.get()));
	}

	/**
	 * Return policies that are others each time they are read.
	 * @param first the number of the configuration that is read first
	 */
	static CorsPolicies restless(int first) {
		AtomicInteger reads = new AtomicInteger(first);
		return new CorsPolicies(() -> SNAPSHOTS.get(reads.getAndIncrement() % count()));
	}

	/**
	 * Put one configuration in force for as long as nobody swaps.
	 * @param number its number
	 */
	void use(int number) {
		this.current.set(number);
	}

	/**
	 * Swap until closed.
	 */
	Swapping swapping() {
		return new Swapping();
	}

	/**
	 * Swaps until closed.
	 */
	final class Swapping implements AutoCloseable {

		private final AtomicInteger swaps = new AtomicInteger();

		private final Thread thread = new Thread(this::swap, "swapping");

		private volatile boolean closed;

		private Swapping() {
			this.thread.start();
		}

		private void swap() {
			while (!this.closed) {
				SwappedPolicies.this.current.set(this.swaps.incrementAndGet() % count());
				LockSupport.parkNanos(500_000);
			}
		}

		int swaps() {
			return this.swaps.get();
		}

		@Override
		public void close() {
			this.closed = true;
			try {
				this.thread.join();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
