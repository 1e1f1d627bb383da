package io.github.corsstarter.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FrequentEntries}.
 */
class FrequentEntriesTests {

	private static final int THREADS = 4;

	private static final int ROUNDS = Math.max(20_000, Integer.getInteger("cors.test.rounds", 0));

	private static final Entry FREQUENT = entry("https://old.example.com");

	private final FrequentEntries entries = new FrequentEntries();

	private static Entry entry(String origin) {
		return new Entry(origin, "/x", "actual", "GET", "readable", "rejected", "origin-not-allowed");
	}

	/**
	 * Each new entry takes over the count of the one it replaces.
	 */
	@Test
	void noCountIsLostWhateverComesAtTheSameTime() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			List<Callable<Void>> floods = new ArrayList<>();
			for (int i = 0; i < THREADS; i++) {
				int thread = i;
				floods.add(() -> flood(thread));
			}
			for (Future<Void> flood : threads.invokeAll(floods)) {
				flood.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		long frequent = (long) THREADS * ROUNDS;
		assertThat(this.entries.inOrder()).hasSize(FrequentEntries.CAPACITY);
		assertThat(this.entries.inOrder().stream().mapToLong((entry) -> entry.getValue().count()).sum())
			.isEqualTo(2 * frequent);
		assertThat(this.entries.inOrder().get(0).getKey()).isEqualTo(FREQUENT);
		FrequentEntries.Count count = this.entries.inOrder().get(0).getValue();
		assertThat(count.count()).isGreaterThanOrEqualTo(frequent);
		assertThat(count.count() - count.error()).isLessThanOrEqualTo(frequent);
	}

	private Void flood(int thread) {
		for (int i = 0; i < ROUNDS; i++) {
			this.entries.add(entry("https://flood" + thread + "-" + i % 1000 + ".example"), Instant.EPOCH);
			this.entries.add(FREQUENT, Instant.EPOCH);
		}
		return null;
	}

}
