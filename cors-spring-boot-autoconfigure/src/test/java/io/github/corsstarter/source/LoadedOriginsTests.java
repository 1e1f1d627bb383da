package io.github.corsstarter.source;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.corsstarter.ManualClock;
import io.github.corsstarter.origin.data.OriginJudge;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.validation.subject.OriginSourceDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link LoadedOrigins}, whose time passes when a test says so.
 */
class LoadedOriginsTests {

	private static final String TENANT = "a.example";

	private static final String ORIGIN = "https://a.example";

	private static final OriginSource SOURCE = (sink) -> sink.add(TENANT, ORIGIN);

	private final ManualClock clock = new ManualClock();

	private LoadedOrigins origins(@Nullable Duration maxStaleness) {
		OriginSourceDefinition settings = new OriginSourceDefinition(
				ConfiguredValue.of("customers", "cors.origin-sources.customers", null),
				ConfiguredValue.of("host", "cors.origin-sources.customers.tenant", null), Duration.ZERO, 100, 1000,
				maxStaleness, false);
		return new LoadedOrigins("customers", settings, new OriginJudge(true, true), this.clock);
	}

	@Test
	void decisionWaitsForNobodyToDropWhatIsTooOld() {
		LoadedOrigins origins = origins(Duration.ofSeconds(10));
		assertThat(origins.load(SOURCE)).isTrue();
		this.clock.pass(Duration.ofMillis(9999));
		assertThat(origins.allows(TENANT, ORIGIN)).isTrue();
		this.clock.pass(Duration.ofMillis(1));
		assertThat(origins.allows(TENANT, ORIGIN)).isFalse();
		assertThat(origins.isLoaded()).isFalse();
		assertThat(origins.status().state()).isEqualTo("stale");
		assertThat(origins.status().origins()).isZero();
	}

	@Test
	void laterFailureDoesNotLengthenTheLifeOfOrigins() {
		LoadedOrigins origins = origins(Duration.ofSeconds(10));
		assertThat(origins.load(SOURCE)).isTrue();
		this.clock.pass(Duration.ofSeconds(9));
		assertThat(origins.load((sink) -> {
			throw new IllegalStateException("no database");
		})).isFalse();
		assertThat(origins.status().state()).isEqualTo("failed");
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(origins.allows(TENANT, ORIGIN)).isFalse();
		assertThat(origins.status().state()).isEqualTo("stale");
		assertThat(origins.status().lastError()).contains("no database");
	}

	@Test
	void pushesAreDroppedTooAndThoseAfterwardsAreInForce() {
		LoadedOrigins origins = origins(Duration.ofSeconds(10));
		assertThat(origins.load(SOURCE)).isTrue();
		origins.store().replace("b.example", List.of("https://b.example"));
		this.clock.pass(Duration.ofSeconds(10));
		assertThat(origins.allows("b.example", "https://b.example")).isFalse();
		origins.dropIfStale();
		origins.store().replace(TENANT, List.of(ORIGIN));
		assertThat(origins.allows(TENANT, ORIGIN)).isTrue();
		assertThat(origins.allows("b.example", "https://b.example")).isFalse();
		assertThat(origins.load(SOURCE)).isTrue();
		assertThat(origins.status().state()).isEqualTo("loaded");
	}

	@Test
	void originsMayLiveLongerThanTimeCanTell() {
		for (Duration limit : List.of(Duration.ofSeconds(Long.MAX_VALUE), Duration.ofMillis(Long.MAX_VALUE))) {
			LoadedOrigins origins = origins(limit);
			assertThat(origins.load(SOURCE)).isTrue();
			this.clock.pass(Duration.ofDays(36500));
			assertThat(origins.allows(TENANT, ORIGIN)).isTrue();
		}
	}

	@Test
	void loadThatNobodyCanReportIsNotTheLast() {
		LoadedOrigins origins = origins(null);
		AtomicBoolean broken = new AtomicBoolean(true);
		ScheduledThreadPoolExecutor timer = OriginSources.timer();
		try {
			OriginLoader loader = new OriginLoader(origins, (sink) -> {
				if (broken.get()) {
					throw new OutOfWordsException();
				}
				SOURCE.load(sink);
			}, Runnable::run, timer);
			assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(loader::load);
			broken.set(false);
			loader.load();
			assertThat(origins.allows(TENANT, ORIGIN)).isTrue();
		}
		finally {
			timer.shutdownNow();
		}
	}

	@Test
	void loadsLeaveNothingBehindThatWaits() {
		LoadedOrigins origins = origins(Duration.ofDays(1));
		ScheduledThreadPoolExecutor timer = OriginSources.timer();
		try {
			OriginLoader loader = new OriginLoader(origins, SOURCE, Runnable::run, timer);
			for (int i = 0; i < 100; i++) {
				loader.load();
			}
			assertThat(origins.status().loads()).isEqualTo(100);
			assertThat(timer.getQueue()).hasSizeLessThanOrEqualTo(2);
		}
		finally {
			timer.shutdownNow();
		}
	}

	/**
	 * An exception that cannot say what it is.
	 */
	private static final class OutOfWordsException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		@Override
		public String toString() {
			throw new UnsupportedOperationException();
		}

	}

}
