package io.github.corsstarter.web;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.CrossSiteForms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReportedDecisions}.
 */
class ReportedDecisionsTests {

	private final List<CorsDecision.Outcome> told = new ArrayList<>();

	private final List<CorsDecision.Outcome> observed = new ArrayList<>();

	private final ReportedDecisions<String> decisions = new ReportedDecisions<>(
			TestPolicies.policies(
					TestPolicies.policy("listed", "/listed/**")
						.allowedOrigins("https://app.example")
						.crossSiteForms(CrossSiteForms.LISTED),
					TestPolicies.policy("any", "/any/**").allowedOrigins("https://app.example")),
			(request, decision) -> this.told.add(decision.outcome()),
			(exchange, decision) -> this.observed.add(decision.outcome()));

	private void decide(String method, String path, @Nullable String origin, @Nullable String mode) {
		this.decisions.decide("exchange", CorsRequest.builder(method, path).origin(origin).fetchMode(mode).build());
	}

	@Test
	void corsRequestsAreToldOf() {
		decide("GET", "/any", "https://app.example", null);
		decide("GET", "/any", "https://evil.example", null);
		assertThat(this.told).containsExactly(CorsDecision.Outcome.ALLOWED, CorsDecision.Outcome.REJECTED);
		assertThat(this.observed).isEqualTo(this.told);
	}

	@Test
	void formsThatWereHeldToTheOriginsAreToldOf() {
		decide("POST", "/listed", "https://app.example", "navigate");
		decide("POST", "/listed", "https://evil.example", "navigate");
		assertThat(this.told).containsExactly(CorsDecision.Outcome.LISTED_FORM, CorsDecision.Outcome.REJECTED);
	}

	@Test
	void nothingElseIsToldOf() {
		decide("GET", "/any", null, null);
		decide("GET", "/any", "http://localhost", null);
		decide("GET", "/other", "https://app.example", null);
		decide("POST", "/any", "https://evil.example", "navigate");
		decide("GET", "/listed", "https://evil.example", "navigate");
		assertThat(this.told).isEmpty();
		assertThat(this.observed).isEmpty();
	}

	@Test
	void listenerThatFailsHurtsNoRequest() {
		ReportedDecisions<String> failing = new ReportedDecisions<>(
				TestPolicies.policies(TestPolicies.policy("any", "/any/**").allowedOrigins("https://app.example")),
				(request, decision) -> {
					this.told.add(decision.outcome());
					throw new IllegalStateException("Not today");
				}, (exchange, decision) -> {
					this.observed.add(decision.outcome());
					throw new NoClassDefFoundError("Not today");
				});
		CorsRequest request = CorsRequest.builder("GET", "/any").origin("https://app.example").build();
		assertThat(failing.decide("exchange", request).outcome()).isEqualTo(CorsDecision.Outcome.ALLOWED);
		assertThat(failing.decide("exchange", request).outcome()).isEqualTo(CorsDecision.Outcome.ALLOWED);
		assertThat(this.told).hasSize(2);
		assertThat(this.observed).hasSize(2);
	}

}
