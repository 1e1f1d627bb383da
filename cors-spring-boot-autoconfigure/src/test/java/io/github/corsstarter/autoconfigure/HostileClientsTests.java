package io.github.corsstarter.autoconfigure;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.github.corsstarter.actuate.CorsRejections;
import io.github.corsstarter.actuate.CorsRejections.RejectionDescriptor;
import io.github.corsstarter.metrics.CorsMetrics;
import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.web.CorsRejectionLog;
import io.github.corsstarter.web.TestPolicies;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is kept and logged of rejections stays small and printable, however many there
 * are, whatever they say and whoever sends them at the same time.
 */
class HostileClientsTests {

	/** Distinct rejections: 20 000, and 10 million in the long profile. */
	private static final long REJECTIONS = Math.max(20_000, 2L * Integer.getInteger("cors.test.rounds", 2000));

	private static final int THREADS = 4;

	private static final int BATCHES = 10;

	/** Of a rejection: origin, reason, policy, path, method, detail and two instants. */
	private static final int MAX_CHARACTERS = 100 * (4 * 512 + 200);

	private static final CorsPolicies POLICIES = TestPolicies.policies(
			TestPolicies.policy("base", "/**")
				.allowedOriginPatterns("https://*.app.example.com")
				.allowedHeaders("x-trace"),
			TestPolicies.policy("closed", "/closed/**").allowedOrigins("https://app.example.com"));

	private final Logger logger = (Logger) LoggerFactory.getLogger(CorsRejectionLog.class);

	private final PrintableLog log = new PrintableLog();

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final CorsMetrics metrics = new CorsMetrics(POLICIES, this.registry);

	private final CorsRejections rejections = new CorsRejections(Clock.systemUTC());

	@BeforeEach
	void readLog() {
		this.logger.setLevel(Level.DEBUG);
		this.logger.setAdditive(false);
		this.logger.addAppender(this.log);
		this.log.start();
	}

	@AfterEach
	void leaveLog() {
		this.logger.detachAppender(this.log);
		this.logger.setAdditive(true);
		this.logger.setLevel(null);
	}

	@Test
	void memoryAndMetersStayFlatAndLogStaysPrintable() throws Exception {
		List<Meter.Id> meters = meters();
		long size = REJECTIONS / BATCHES / THREADS;
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			for (int batch = 0; batch < BATCHES; batch++) {
				long first = batch * size * THREADS;
				List<Future<?>> running = IntStream.range(0, THREADS)
					.<Future<?>>mapToObj((thread) -> threads.submit(() -> send(first + thread * size, size)))
					.toList();
				for (Future<?> thread : running) {
					thread.get();
				}
				assertThat(this.rejections.describe().rejections()).hasSize(100);
				assertThat(characters()).isLessThan(MAX_CHARACTERS);
				assertThat(meters()).containsExactlyInAnyOrderElementsOf(meters);
			}
		}
		finally {
			threads.shutdownNow();
		}
		long sent = size * THREADS * BATCHES;
		assertThat(counted()).isEqualTo(sent);
		assertThat(this.log.lines).hasValue(sent);
		assertThat(this.log.unprintable).hasValue(0);
		assertThat(this.log.longest).hasValueLessThan(5 * 512);
	}

	private void send(long first, long size) {
		LongStream.range(first, first + size).forEach((number) -> {
			CorsRequest request = HostileRequests.request(number);
			CorsDecision decision = POLICIES.decide(request);
			this.rejections.onDecision(request, decision);
			this.metrics.onDecision(request, decision);
			CorsRejectionLog.log(request, decision);
			if (number % 5000 == 0) {
				this.rejections.describe();
			}
		});
	}

	private List<Meter.Id> meters() {
		return this.registry.getMeters().stream().map(Meter::getId).toList();
	}

	private double counted() {
		return this.registry.get(CorsMetrics.REQUESTS)
			.tag("outcome", "rejected")
			.counters()
			.stream()
			.mapToDouble((counter) -> counter.count())
			.sum();
	}

	private int characters() {
		return this.rejections.describe().rejections().stream().flatMap(HostileClientsTests::texts).mapToInt((text) -> {
			assertThat(text).matches("[ -~]*").hasSizeLessThanOrEqualTo(512);
			return text.length();
		}).sum();
	}

	private static Stream<String> texts(RejectionDescriptor rejection) {
		return Stream.of(rejection.origin(), rejection.reason(), rejection.policy(), rejection.path(),
				rejection.method(), String.valueOf(rejection.detail()), rejection.firstSeen(), rejection.lastSeen());
	}

	/**
	 * A log that keeps nothing but what is wrong with its lines.
	 */
	private static final class PrintableLog extends UnsynchronizedAppenderBase<ILoggingEvent> {

		private final AtomicLong lines = new AtomicLong();

		private final AtomicLong unprintable = new AtomicLong();

		private final AtomicLong longest = new AtomicLong();

		@Override
		protected void append(ILoggingEvent event) {
			String line = event.getFormattedMessage();
			this.lines.incrementAndGet();
			this.longest.accumulateAndGet(line.length(), Math::max);
			if (line.chars().anyMatch((character) -> character < ' ' || character > '~')) {
				this.unprintable.incrementAndGet();
			}
		}

	}

}
