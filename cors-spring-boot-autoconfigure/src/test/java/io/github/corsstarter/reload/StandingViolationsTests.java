package io.github.corsstarter.reload;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.comparison.snapshot.SnapshotPolicy;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Severity;
import io.github.corsstarter.validation.report.Violation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An origin can be taken away although a waiver of another one expired last night.
 */
class StandingViolationsTests {

	private static final String LOCAL = "http://localhost:3000";

	private static final SnapshotPolicy BEFORE = policy(
			List.of(LOCAL, "https://a.example.com", "https://b.example.com"), List.of("GET"), false, "/api/**");

	private static SnapshotPolicy policy(List<String> origins, List<String> methods, boolean credentials,
			String... paths) {
		return new SnapshotPolicy("base", List.of(paths), origins, List.of(), List.of(), methods, List.of("*"),
				List.of(), credentials, Duration.ofMinutes(30), 200, false, false, false, null);
	}

	private static CorsSnapshot snapshot(SnapshotPolicy policy) {
		return new CorsSnapshot(List.of("prod"), true, List.of(policy), List.of(), Collections.emptySortedMap(),
				List.of());
	}

	private static Violation violation(String policy, String value) {
		return new Violation(RuleId.LOCALHOST_ORIGIN, Severity.ERROR, policy, "cors.allowed-origins[0]", value, null,
				"why", "what", null);
	}

	private static boolean isExcused(SnapshotPolicy after) {
		return isExcused(after, violation("base", LOCAL));
	}

	private static boolean isExcused(SnapshotPolicy after, Violation violation) {
		return new StandingViolations(List.of(violation("base", LOCAL)), snapshot(BEFORE), snapshot(after))
			.include(violation);
	}

	@Test
	void whatStaysIsNothingNew() {
		assertThat(isExcused(policy(List.of(LOCAL, "https://a.example.com"), List.of("GET"), false, "/api/**")))
			.isTrue();
	}

	@Test
	void anotherOriginMayBeAddedNextToIt() {
		assertThat(isExcused(policy(List.of(LOCAL, "https://c.example.com"), List.of("GET"), false, "/api/**")))
			.isTrue();
	}

	@Test
	void whatItGivesMayNotGrow() {
		assertThat(isExcused(policy(List.of(LOCAL), List.of("GET", "PUT"), false, "/api/**"))).isFalse();
		assertThat(isExcused(policy(List.of(LOCAL), List.of("GET"), true, "/api/**"))).isFalse();
		assertThat(isExcused(policy(List.of(LOCAL), List.of("GET"), false, "/api/**", "/admin/**"))).isFalse();
	}

	@Test
	void itMayShrink() {
		assertThat(isExcused(policy(List.of(LOCAL), List.of(), false, "/api/**"))).isTrue();
	}

	@Test
	void anotherPolicyOrValueIsNew() {
		SnapshotPolicy after = policy(List.of(LOCAL, "http://localhost:4000"), List.of("GET"), false, "/api/**");
		assertThat(isExcused(after, violation("other", LOCAL))).isFalse();
		assertThat(isExcused(after, violation("base", "http://localhost:4000"))).isFalse();
	}

	@Test
	void whereTheValueIsNoEntryNothingMayGrow() {
		Violation key = new Violation(RuleId.UNKNOWN_PROPERTY, Severity.ERROR, null, "cors.origin", "cors.origin", null,
				"why", "what", null);
		CorsSnapshot wider = snapshot(
				policy(List.of(LOCAL, "https://c.example.com"), List.of("GET"), false, "/api/**"));
		CorsSnapshot narrower = snapshot(policy(List.of(LOCAL), List.of("GET"), false, "/api/**"));
		assertThat(new StandingViolations(List.of(key), snapshot(BEFORE), wider).include(key)).isFalse();
		assertThat(new StandingViolations(List.of(key), snapshot(BEFORE), narrower).include(key)).isTrue();
	}

}
