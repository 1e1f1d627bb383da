package io.github.corsstarter.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.corsstarter.ManualClock;
import io.github.corsstarter.documentation.Page;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsRejectionLog}.
 */
class CorsRejectionLogTests {

	private final CorsPolicies policies = TestPolicies.policies(
			TestPolicies.policy("api", "/**").allowedOrigins("https://app.example"),
			TestPolicies.policy("other", "/other/**").allowedOrigins("https://app.example"));

	private final Logger logger = (Logger) LoggerFactory.getLogger(CorsRejectionLog.class);

	private final List<String> lines = new ArrayList<>();

	private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {

		@Override
		protected void append(ILoggingEvent event) {
			assertThat(event.getLevel()).isEqualTo(Level.INFO);
			CorsRejectionLogTests.this.lines.add(event.getFormattedMessage());
		}

	};

	private final ManualClock clock = new ManualClock();

	private final Timer timer = new Timer();

	private final CorsRejectionLog log = new CorsRejectionLog(LoggedRejections.FIRST, this.clock, this.timer);

	@BeforeEach
	void readLog() {
		this.logger.setLevel(Level.INFO);
		this.logger.setAdditive(false);
		this.appender.start();
		this.logger.addAppender(this.appender);
	}

	@AfterEach
	void leaveLog() {
		this.timer.shutdownNow();
		this.logger.detachAppender(this.appender);
		this.logger.setAdditive(true);
		this.logger.setLevel(null);
	}

	@Test
	void rejectionByAnotherReadingNamesBothPolicies() {
		CorsPolicies read = TestPolicies.policies(
				TestPolicies.policy("api", "/api/**").allowedOrigins("https://app.example"),
				TestPolicies.policy("admin", "/admin/**").allowedOrigins("https://admin.example"));
		CorsRequest request = CorsRequest.builder("GET", "/api/..%2fadmin").origin("https://app.example").build();
		assertThat(CorsRejectionLog.message(request, read.decide(request)))
			.isEqualTo("Rejected GET /api/..%2fadmin from origin 'https://app.example': origin-not-allowed "
					+ "by policy 'api', since the path can also be read as one of policy 'admin'");
	}

	@Test
	void rejectionIsLoggedAsDocumented() {
		CorsPolicies base = TestPolicies
			.policies(TestPolicies.policy("base", "/api/**").allowedOrigins("https://app.example"));
		CorsRequest request = CorsRequest.builder("PUT", "/api/books/1").origin("https://evil.example.net").build();
		assertThat(CorsRejectionLog.message(request, base.decide(request)) + "\n")
			.isEqualTo(new Page("docs/operations.md").examples("text").get(0).text());
	}

	@Test
	void rejectionIsOneLineWhateverTheClientSent() {
		CorsRequest request = CorsRequest.builder("GET", "/a\nb").origin("https://evil\r\nforged").build();
		assertThat(CorsRejectionLog.message(request, this.policies.decide(request))).isEqualTo(
				"Rejected GET /a\\u000ab from origin 'https://evil\\u000d\\u000aforged': malformed-origin by policy 'api'");
	}

	@Test
	void rejectionNamesWhatWasRefused() {
		CorsRequest request = CorsRequest.builder("DELETE", "/x").origin("https://app.example").build();
		assertThat(CorsRejectionLog.message(request, this.policies.decide(request))).isEqualTo(
				"Rejected DELETE /x from origin 'https://app.example': method-not-allowed 'DELETE' by policy 'api'");
	}

	@Test
	void firstOfEachOriginReasonAndPolicyIsLogged() {
		for (int i = 0; i < 3; i++) {
			reject(this.log, "GET", "/a" + i, "https://a.example");
			reject(this.log, "GET", "/b" + i, "https://b.example");
			reject(this.log, "DELETE", "/c" + i, "https://app.example");
			reject(this.log, "GET", "/other/d" + i, "https://a.example");
		}
		assertThat(this.lines).hasSize(4).allMatch((line) -> line.startsWith("Rejected "));
	}

	@Test
	void floodIsCutOffAndCountedWhenTheMinuteIsOver() {
		reject(this.log, "GET", "/", "https://first.example");
		this.clock.pass(Duration.ofSeconds(20));
		flood(24);
		assertThat(this.lines).hasSize(10);
		assertThat(this.timer.delays).containsExactly(Duration.ofSeconds(40));
		this.timer.tasks.forEach(Runnable::run);
		assertThat(this.lines).hasSize(11)
			.last()
			.isEqualTo("Rejections that were seen for the first time and left out: 15");
	}

	@Test
	void nextMinuteHasLinesAndACountOfItsOwn() {
		flood(12);
		this.clock.pass(Duration.ofSeconds(60));
		this.timer.tasks.remove(0).run();
		reject(this.log, "GET", "/", "https://e11.example");
		assertThat(this.lines).hasSize(11);
		for (int i = 0; i < 11; i++) {
			reject(this.log, "GET", "/", "https://later" + i + ".example");
		}
		assertThat(this.lines).hasSize(21).last().asString().contains("https://later9.example");
		this.timer.tasks.remove(0).run();
		assertThat(this.lines).last().isEqualTo("Rejections that were seen for the first time and left out: 1");
	}

	@Test
	void nobodyWaitsWhereNothingWasLeftOut() {
		flood(10);
		assertThat(this.timer.tasks).isEmpty();
		this.log.close();
		assertThat(this.lines).hasSize(10);
	}

	@Test
	void whatWasLeftOutIsToldBeforeTheApplicationEnds() {
		flood(12);
		this.log.close();
		assertThat(this.timer.isShutdown()).isTrue();
		flood(13);
		assertThat(this.lines).hasSize(11).last().asString().endsWith("left out: 2");
	}

	@Test
	void whatWaitsForTheMinuteIsOneThreadThatKeepsNoProcessAlive() {
		List<Thread> others = waiting();
		CorsRejectionLog log = new CorsRejectionLog(LoggedRejections.FIRST, this.clock);
		for (int i = 0; i < 50; i++) {
			reject(log, "GET", "/", "https://e" + i + ".example");
		}
		List<Thread> own = waiting();
		own.removeAll(others);
		assertThat(own).singleElement().matches(Thread::isDaemon).satisfies((thread) -> {
			log.close();
			thread.join(Duration.ofSeconds(10).toMillis());
			assertThat(thread.isAlive()).isFalse();
		});
	}

	private static List<Thread> waiting() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("cors-rejection-log-"))
			.collect(Collectors.toCollection(ArrayList::new));
	}

	private void flood(int origins) {
		for (int i = 0; i < origins; i++) {
			reject(this.log, "GET", "/", "https://e" + i + ".example");
		}
	}

	@Test
	void whatWasForgottenIsSeenForTheFirstTimeAgain() {
		reject(this.log, "GET", "/", "https://forgotten.example");
		for (int i = 0; i < 100; i++) {
			reject(this.log, "GET", "/", "https://e" + i + ".example");
		}
		this.clock.pass(Duration.ofSeconds(61));
		reject(this.log, "GET", "/", "https://e99.example");
		reject(this.log, "GET", "/", "https://forgotten.example");
		assertThat(this.lines).last().asString().contains("https://forgotten.example");
		assertThat(this.lines).filteredOn((line) -> line.contains("e99.example")).isEmpty();
	}

	@Test
	void eachIsLoggedOrNone() {
		CorsRejectionLog all = new CorsRejectionLog(LoggedRejections.ALL, this.clock);
		CorsRejectionLog off = new CorsRejectionLog(LoggedRejections.OFF, this.clock);
		for (int i = 0; i < 20; i++) {
			reject(off, "GET", "/", "https://a.example");
			reject(all, "GET", "/", "https://a.example");
		}
		assertThat(this.lines).hasSize(20);
	}

	@Test
	void whatIsAllowedIsNotLogged() {
		reject(new CorsRejectionLog(LoggedRejections.ALL, this.clock), "GET", "/", "https://app.example");
		assertThat(this.lines).isEmpty();
	}

	private void reject(CorsRejectionLog log, String method, String path, String origin) {
		CorsRequest request = CorsRequest.builder(method, path).origin(origin).build();
		log.onDecision(request, this.policies.decide(request));
	}

	/**
	 * Runs nothing by itself.
	 */
	private static final class Timer extends ScheduledThreadPoolExecutor {

		private final List<Runnable> tasks = new ArrayList<>();

		private final List<Duration> delays = new ArrayList<>();

		private Timer() {
			super(0, new DiscardPolicy());
		}

		@Override
		public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
			this.tasks.add(task);
			this.delays.add(Duration.of(delay, unit.toChronoUnit()));
			return super.schedule(() -> {
			}, delay, unit);
		}

	}

}
