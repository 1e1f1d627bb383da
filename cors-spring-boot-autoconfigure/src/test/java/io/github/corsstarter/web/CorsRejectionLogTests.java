package io.github.corsstarter.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.corsstarter.ManualClock;
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

	@BeforeEach
	void readLog() {
		this.logger.setLevel(Level.INFO);
		this.logger.setAdditive(false);
		this.appender.start();
		this.logger.addAppender(this.appender);
	}

	@AfterEach
	void leaveLog() {
		this.logger.detachAppender(this.appender);
		this.logger.setAdditive(true);
		this.logger.setLevel(null);
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
		CorsRejectionLog log = new CorsRejectionLog(LoggedRejections.FIRST, this.clock);
		for (int i = 0; i < 3; i++) {
			reject(log, "GET", "/a" + i, "https://a.example");
			reject(log, "GET", "/b" + i, "https://b.example");
			reject(log, "DELETE", "/c" + i, "https://app.example");
			reject(log, "GET", "/other/d" + i, "https://a.example");
		}
		assertThat(this.lines).hasSize(4).allMatch((line) -> line.startsWith("Rejected "));
	}

	@Test
	void floodIsCutOffAndCounted() {
		CorsRejectionLog log = new CorsRejectionLog(LoggedRejections.FIRST, this.clock);
		for (int i = 0; i < 25; i++) {
			reject(log, "GET", "/", "https://e" + i + ".example");
		}
		assertThat(this.lines).hasSize(10);
		this.clock.pass(Duration.ofSeconds(61));
		reject(log, "GET", "/", "https://e24.example");
		assertThat(this.lines).hasSize(11)
			.last()
			.isEqualTo("Left out 15 other rejections that were seen for the first time");
		reject(log, "GET", "/", "https://later.example");
		assertThat(this.lines).hasSize(12).last().asString().contains("https://later.example");
	}

	@Test
	void whatWasForgottenIsSeenForTheFirstTimeAgain() {
		CorsRejectionLog log = new CorsRejectionLog(LoggedRejections.FIRST, this.clock);
		reject(log, "GET", "/", "https://forgotten.example");
		for (int i = 0; i < 100; i++) {
			reject(log, "GET", "/", "https://e" + i + ".example");
		}
		this.clock.pass(Duration.ofSeconds(61));
		reject(log, "GET", "/", "https://e99.example");
		reject(log, "GET", "/", "https://forgotten.example");
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

}
