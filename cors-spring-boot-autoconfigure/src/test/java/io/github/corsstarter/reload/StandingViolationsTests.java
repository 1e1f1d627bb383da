package io.github.corsstarter.reload;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.comparison.snapshot.SnapshotPolicy;
import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Severity;
import io.github.corsstarter.validation.report.ValidationReport;
import io.github.corsstarter.validation.report.Violation;
import io.github.corsstarter.validation.source.ApplicationReport;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.JudgedSource;
import io.github.corsstarter.validation.source.SourceConfiguration;
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

	private static CorsSnapshot snapshot(SnapshotPolicy... policies) {
		return new CorsSnapshot(List.of("prod"), true, List.of(policies), List.of(), Collections.emptySortedMap(),
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
		return isExcused(snapshot(BEFORE), snapshot(after), violation("base", LOCAL), violation);
	}

	private static boolean isExcused(CorsSnapshot before, CorsSnapshot after, Violation standing, Violation violation) {
		return new StandingViolations(report(List.of(), standing), before, List.of(), after).include(violation);
	}

	private static ApplicationReport report(List<JudgedSource> sources, Violation violation) {
		return new ApplicationReport(ValidationReport
			.nothingFound(new Deployment(true, List.of("prod"), null,
					ConfiguredList.of("cors.production.profiles", List.of()), LocalDate.EPOCH, ""))
			.with(List.of(violation)), sources);
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
	void keyThatIsNoneGivesNothing() {
		Violation key = new Violation(RuleId.UNKNOWN_PROPERTY, Severity.ERROR, null, "cors.origin", "cors.origin", null,
				"why", "what", null);
		CorsSnapshot wider = snapshot(
				policy(List.of(LOCAL, "https://c.example.com"), List.of("GET"), false, "/api/**"));
		assertThat(isExcused(snapshot(BEFORE), wider, key, key)).isTrue();
	}

	@Test
	void onlyThePolicyOfASharedSourceMayNotGrow() {
		Violation shared = new Violation(RuleId.SHARED_ORIGIN_SOURCE, Severity.ERROR, "shop", "cors.policies.shop",
				"customers", null, "why", "what", null);
		CorsSnapshot before = snapshot(BEFORE, shop("/shop/**"), policy("/shop/admin/**"));
		CorsSnapshot otherGrows = snapshot(policy(List.of("https://c.example.com"), List.of("PUT"), false, "/**"),
				shop("/shop/**"), policy("/shop/admin/**"));
		CorsSnapshot shopGrows = snapshot(BEFORE, shop("/shop/**", "/kiosk/**"), policy("/shop/admin/**"));
		CorsSnapshot shopTakesOver = snapshot(BEFORE, shop("/shop/**"));
		assertThat(isExcused(before, otherGrows, shared, shared)).isTrue();
		assertThat(isExcused(before, shopGrows, shared, shared)).isFalse();
		assertThat(isExcused(before, shopTakesOver, shared, shared)).isFalse();
	}

	@Test
	void originsOfTheApplicationAreNoPartOfAnEntry() {
		CorsSnapshot after = snapshot(withSource(BEFORE));
		Violation local = violation("base", LOCAL);
		assertThat(isExcused(snapshot(BEFORE), after, local, local)).isTrue();
	}

	@Test
	void onlyAnotherSourceItselfMayNotGrow() {
		CorsSource source = CorsSource.annotation(CorsSource.Kind.CROSS_ORIGIN_ANNOTATION, "Shop", List.of("/shop"), 1,
				new SourceConfiguration(List.of(LOCAL), null, null, null, null, null, null));
		Violation there = new Violation(RuleId.LOCALHOST_ORIGIN, Severity.ERROR, null, null, LOCAL, source.location(),
				"why", "what", null);
		JudgedSource active = new JudgedSource(source, JudgedSource.Effect.ACTIVE, List.of(), List.of(), true);
		JudgedSource shadowed = new JudgedSource(source, JudgedSource.Effect.SHADOWED, List.of("base"), List.of(),
				false);
		JudgedSource partly = new JudgedSource(source, JudgedSource.Effect.PARTLY_SHADOWED, List.of("base"), List.of(),
				true);
		CorsSnapshot wider = snapshot(policy(List.of(LOCAL), List.of("PUT"), true, "/**"));
		assertThat(isExcused(active, active, there, wider)).isTrue();
		assertThat(isExcused(active, partly, there, wider)).isTrue();
		assertThat(isExcused(partly, shadowed, there, wider)).isTrue();
		assertThat(isExcused(shadowed, partly, there, wider)).isFalse();
		assertThat(isExcused(partly, active, there, wider)).isFalse();
	}

	private static boolean isExcused(JudgedSource before, JudgedSource after, Violation violation, CorsSnapshot wider) {
		return new StandingViolations(report(List.of(before), violation), snapshot(BEFORE), List.of(after), wider)
			.include(violation);
	}

	private static SnapshotPolicy policy(String path) {
		return policy(List.of("https://a.example.com"), List.of("GET"), false, path).withName("admin");
	}

	private static SnapshotPolicy shop(String... paths) {
		return withSource(policy(List.of(), List.of("GET"), true, paths)).withName("shop");
	}

	private static SnapshotPolicy withSource(SnapshotPolicy policy) {
		return new SnapshotPolicy(policy.name(), policy.paths(), policy.origins(), List.of(), List.of(),
				policy.methods(), policy.headers(), List.of(), policy.credentials(), policy.maxAge(), 200, false, false,
				false, "customers");
	}

}
