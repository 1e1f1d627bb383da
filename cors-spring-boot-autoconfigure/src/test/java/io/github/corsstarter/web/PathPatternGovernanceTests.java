package io.github.corsstarter.web;

import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.validation.source.CorsSource.Kind;
import io.github.corsstarter.validation.source.PathGovernance.Extent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PathPatternGovernance}.
 */
class PathPatternGovernanceTests {

	private static final List<CorsPolicy> POLICIES = Stream
		.of(TestPolicies.policy("base", "/api/**"), TestPolicies.policy("admin", "/api/admin/**"),
				TestPolicies.policy("files", "/files/*"))
		.map(TestPolicies::compile)
		.toList();

	private final PathPatternGovernance governance = new PathPatternGovernance(POLICIES, List.of(), true);

	@Test
	void patternBelowThatOfAPolicyIsGovernedWholly() {
		assertThat(of("/api/users/{id}")).isEqualTo(new Extent(true, List.of("base")));
	}

	@Test
	void patternThatReachesBeyondIsGovernedPartly() {
		assertThat(of("/**")).isEqualTo(new Extent(false, List.of("files", "admin", "base")));
		assertThat(of("/files/**")).isEqualTo(new Extent(false, List.of("files")));
	}

	@Test
	void lessSpecificPolicyIsNotReached() {
		assertThat(of("/api/admin/users")).isEqualTo(new Extent(true, List.of("admin")));
		assertThat(of("/api/**")).isEqualTo(new Extent(true, List.of("admin", "base")));
	}

	@Test
	void patternElsewhereIsNotGoverned() {
		assertThat(of("/users")).isEqualTo(new Extent(false, List.of()));
	}

	@Test
	void caseMeansNothingWhereThePoliciesIgnoreIt() {
		PathPatternGovernance ignoring = new PathPatternGovernance(POLICIES, List.of("/Actuator"), false);
		assertThat(ignoring.of(Kind.CORS_MAPPINGS, "/API/users/{id}")).isEqualTo(new Extent(true, List.of("base")));
		assertThat(ignoring.of(Kind.CORS_MAPPINGS, "/Api/ADMIN/users")).isEqualTo(new Extent(true, List.of("admin")));
		assertThat(ignoring.of(Kind.CORS_MAPPINGS, "/actuator/**")).isEqualTo(new Extent(false, List.of()));
		assertThat(of("/API/users/{id}")).isEqualTo(new Extent(false, List.of()));
	}

	@Test
	void reservedPathIsGovernedOnlyByPoliciesThatBeginWithIt() {
		PathPatternGovernance reserving = new PathPatternGovernance(
				Stream.of(TestPolicies.policy("base", "/**"), TestPolicies.policy("health", "/actuator/health/**"))
					.map(TestPolicies::compile)
					.toList(),
				List.of("/actuator/", "/"), true);
		assertThat(reserving.of(Kind.MANAGEMENT, "/actuator/**")).isEqualTo(new Extent(false, List.of("health")));
		assertThat(reserving.of(Kind.MANAGEMENT, "/actuator/health")).isEqualTo(new Extent(true, List.of("health")));
		assertThat(reserving.of(Kind.CORS_MAPPINGS, "/**")).isEqualTo(new Extent(true, List.of("health", "base")));
		assertThat(reserving.of(Kind.CORS_FILTER, "/**")).isEqualTo(new Extent(false, List.of("health", "base")));
		assertThat(reserving.of(Kind.CORS_FILTER, "/users/**")).isEqualTo(new Extent(true, List.of("base")));
	}

	private Extent of(String pattern) {
		return this.governance.of(Kind.CROSS_ORIGIN_ANNOTATION, pattern);
	}

}
