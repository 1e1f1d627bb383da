package io.github.corsstarter.actuate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.corsstarter.ManualClock;
import io.github.corsstarter.actuate.CorsRejections.RejectionDescriptor;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.web.PathPatternMapping;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsRejections}.
 */
class CorsRejectionsTests {

	private static final Instant START = ManualClock.START;

	private static final CorsPolicies POLICIES = new CorsPolicies(
			PathPatternMapping.of(List.of(CorsPolicy.compile(EffectivePolicy.of(CorsPolicyDefinition.builder("base")
				.allowedOrigins("https://app.example.com")
				.allowedHeaders("x-trace")
				.build()))), List.of()));

	private final ManualClock clock = new ManualClock();

	private final CorsRejections rejections = new CorsRejections(this.clock);

	private void request(CorsRequest request) {
		this.rejections.onDecision(request, POLICIES.decide(request));
		this.clock.pass(Duration.ofSeconds(1));
	}

	private void get(String origin) {
		request(CorsRequest.builder("GET", "/a").origin(origin).build());
	}

	private List<RejectionDescriptor> listed() {
		return this.rejections.describe().rejections();
	}

	@Test
	void allowedRequestsAreNotRemembered() {
		get("https://app.example.com");
		assertThat(listed()).isEmpty();
	}

	@Test
	void sameRejectionIsCounted() {
		get("https://a.example");
		get("https://b.example");
		get("https://a.example");
		assertThat(listed()).containsExactly(
				new RejectionDescriptor("https://a.example", "origin-not-allowed", "base", "/a", "GET", null, 2,
						"2026-01-01T00:00:00Z", "2026-01-01T00:00:02Z"),
				new RejectionDescriptor("https://b.example", "origin-not-allowed", "base", "/a", "GET", null, 1,
						"2026-01-01T00:00:01Z", "2026-01-01T00:00:01Z"));
	}

	@Test
	void preflightIsListedWithWhatItAsksFor() {
		request(CorsRequest.preflight("https://app.example.com", "POST", "/a", List.of("x-trace", "x-other")));
		request(CorsRequest.preflight("https://app.example.com", "PUT", "/a", List.of()));
		assertThat(listed()).extracting(RejectionDescriptor::method).containsExactly("PUT", "POST");
		assertThat(listed()).extracting(RejectionDescriptor::detail).containsExactly("PUT", "x-other");
		assertThat(listed()).extracting(RejectionDescriptor::reason)
			.containsExactly("method-not-allowed", "header-not-allowed");
	}

	@Test
	void oldestIsForgottenFirst() {
		IntStream.range(0, 100).forEach((i) -> get("https://a" + i + ".example"));
		get("https://a0.example");
		get("https://a100.example");
		assertThat(listed()).hasSize(100);
		assertThat(listed().subList(0, 2)).extracting(RejectionDescriptor::origin)
			.containsExactly("https://a100.example", "https://a0.example");
		assertThat(listed()).extracting(RejectionDescriptor::origin).doesNotContain("https://a1.example");
	}

	@Test
	void whatClientsChooseIsEscapedAndCutOff() {
		request(CorsRequest.builder("GE\nT", "/a\u202e" + "b".repeat(5000))
			.origin("https://a.example\r\n" + "\u0000".repeat(5000))
			.build());
		RejectionDescriptor listed = listed().get(0);
		assertThat(listed.origin()).startsWith("https://a.example\\u000d\\u000a\\u0000").hasSizeBetween(500, 512);
		assertThat(listed.path()).startsWith("/a\\u202ebbb").hasSize(512);
		assertThat(listed.method()).isEqualTo("GE\\u000aT");
	}

	@Test
	void memoryDoesNotGrowWithWhatClientsSend() {
		IntStream.range(0, 10_000).forEach((i) -> get("https://a" + i + ".example"));
		assertThat(listed()).hasSize(100)
			.allSatisfy((listed) -> assertThat(listed.count()).isOne())
			.first()
			.extracting(RejectionDescriptor::origin)
			.isEqualTo("https://a9999.example");
	}

	@Test
	void severalThreadsMayReject() throws InterruptedException {
		CorsRejections shared = new CorsRejections(Clock.systemUTC());
		ExecutorService threads = Executors.newFixedThreadPool(4);
		for (int i = 0; i < 4; i++) {
			threads.execute(() -> IntStream.range(0, 5000).forEach((j) -> {
				CorsRequest request = CorsRequest.builder("GET", "/a")
					.origin("https://a" + j % 50 + ".example")
					.build();
				shared.onDecision(request, POLICIES.decide(request));
				shared.describe();
			}));
		}
		threads.shutdown();
		assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
		assertThat(shared.describe().rejections()).hasSize(50)
			.allSatisfy((listed) -> assertThat(listed.count()).isEqualTo(400));
	}

}
