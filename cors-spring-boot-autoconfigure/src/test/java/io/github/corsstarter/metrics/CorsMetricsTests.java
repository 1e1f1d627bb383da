package io.github.corsstarter.metrics;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.RejectionReason;
import io.github.corsstarter.web.TestPolicies;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsMetrics}.
 */
class CorsMetricsTests {

	private static final CorsPolicies POLICIES = TestPolicies
		.policies(TestPolicies.policy(CorsPolicyDefinition.BASE, "/**")
			.allowedOrigins("https://app.example.com")
			.allowedHeaders("x-trace"), TestPolicies.policy("open", "/open/**").allowedOrigins("*"));

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final CorsMetrics metrics = new CorsMetrics(POLICIES, this.registry);

	private void get(String path, String origin) {
		count(CorsRequest.builder("GET", path).origin(origin).build());
	}

	private void count(CorsRequest request) {
		this.metrics.onDecision(request, POLICIES.decide(request));
	}

	private double counted(String policy, String type, String outcome, String reason) {
		return this.registry.get("cors.requests")
			.tags("policy", policy, "type", type, "outcome", outcome, "reason", reason)
			.counter()
			.count();
	}

	@Test
	void allowedRequestsAreCounted() {
		get("/a", "https://app.example.com");
		get("/open/a", "https://x.example");
		get("/open/a", "https://y.example");
		count(CorsRequest.preflight("https://app.example.com", "POST", "/a", List.of("x-trace")));
		assertThat(counted("base", "actual", "allowed", "none")).isEqualTo(1);
		assertThat(counted("open", "actual", "allowed", "none")).isEqualTo(2);
		assertThat(counted("base", "preflight", "allowed", "none")).isEqualTo(1);
	}

	@Test
	void rejectedRequestsAreCountedByReason() {
		get("/a", "https://x.example");
		get("/a", "null");
		get("/a", "\u0000");
		count(CorsRequest.preflight("https://app.example.com", "PUT", "/a", List.of()));
		count(CorsRequest.preflight("https://app.example.com", "GET", "/a", List.of("x-other")));
		assertThat(counted("base", "actual", "rejected", "origin-not-allowed")).isEqualTo(1);
		assertThat(counted("base", "actual", "rejected", "null-origin-not-allowed")).isEqualTo(1);
		assertThat(counted("base", "actual", "rejected", "malformed-origin")).isEqualTo(1);
		assertThat(counted("base", "preflight", "rejected", "method-not-allowed")).isEqualTo(1);
		assertThat(counted("base", "preflight", "rejected", "header-not-allowed")).isEqualTo(1);
		assertThat(counted("base", "actual", "allowed", "none")).isZero();
	}

	@Test
	void ungovernedPathsAreNotCounted() {
		CorsRequest request = CorsRequest.builder("GET", "/b").origin("https://x.example").build();
		CorsPolicies elsewhere = TestPolicies.policies(TestPolicies.policy("open", "/open/**").allowedOrigins("*"));
		this.metrics.onDecision(request, elsewhere.decide(request));
		assertThat(
				this.registry.getMeters().stream().mapToDouble((meter) -> meter.measure().iterator().next().getValue()))
			.containsOnly(0.0);
	}

	@Test
	void noMeterIsAddedByWhatClientsSend() {
		List<Meter> before = this.registry.getMeters();
		IntStream.range(0, 1000)
			.forEach((i) -> count(
					CorsRequest.preflight("https://a" + i + ".example", "M" + i, "/" + i, List.of("h" + i))));
		assertThat(this.registry.getMeters()).containsExactlyInAnyOrderElementsOf(before);
	}

	@Test
	void changedPolicyIsCountedOnAndNotKept() {
		CorsRequest request = CorsRequest.builder("GET", "/a").origin("https://app.example.com").build();
		CorsPolicies changed = TestPolicies.policies(TestPolicies.policy(CorsPolicyDefinition.BASE, "/a"));
		WeakReference<CorsPolicy> policy = new WeakReference<>(changed.policies().get(0));
		this.metrics.onDecision(request, changed.decide(request));
		get("/a", "https://x.example");
		assertThat(counted("base", "actual", "rejected", "origin-not-allowed")).isEqualTo(2);
		changed = POLICIES;
		for (int i = 0; i < 10 && policy.get() != null; i++) {
			System.gc();
		}
		assertThat(policy.get()).isNull();
	}

	@Test
	void tagsHaveFewValues() {
		assertThat(this.registry.getMeters())
			.allSatisfy((meter) -> assertThat(meter.getId().getTags()).extracting(Tag::getKey)
				.containsExactly("outcome", "policy", "reason", "type"));
		List<String> reasons = Stream
			.concat(Stream.of("none"), Stream.of(RejectionReason.values()).map(RejectionReason::toString))
			.toList();
		assertThat(this.registry.getMeters()).extracting((meter) -> meter.getId().getTag("reason"))
			.hasSameElementsAs(reasons);
	}

}
