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

	private final ReportedDecisions decisions = new ReportedDecisions(
			TestPolicies.policies(
					TestPolicies.policy("listed", "/listed/**")
						.allowedOrigins("https://app.example")
						.crossSiteForms(CrossSiteForms.LISTED),
					TestPolicies.policy("any", "/any/**").allowedOrigins("https://app.example")),
			(request, decision) -> this.told.add(decision.outcome()));

	private void decide(String method, String path, @Nullable String origin, @Nullable String mode) {
		this.decisions.decide(CorsRequest.builder(method, path).origin(origin).fetchMode(mode).build());
	}

	@Test
	void corsRequestsAreToldOf() {
		decide("GET", "/any", "https://app.example", null);
		decide("GET", "/any", "https://evil.example", null);
		assertThat(this.told).containsExactly(CorsDecision.Outcome.ALLOWED, CorsDecision.Outcome.REJECTED);
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
	}

}
