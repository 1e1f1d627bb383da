package io.github.corsstarter.comparison;

import java.util.List;
import java.util.TreeMap;

import io.github.corsstarter.comparison.GovernedPaths.Part;
import io.github.corsstarter.comparison.path.PathPattern;
import io.github.corsstarter.comparison.path.PatternSet;
import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.comparison.snapshot.SnapshotPolicy;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link GovernedPaths}.
 */
class GovernedPathsTests {

	private final CorsSnapshot snapshot = Snapshots.of(governing("base", "/api/**"),
			governing("admin", "/api/admin/**", "/reports"), governing("whole", "/api/whole/**"));

	@Test
	void deeperPoliciesAreIncluded() {
		assertThat(parts("/api/**")).containsExactlyInAnyOrder(new Part("base", "/api"),
				new Part("admin", "/api/admin"), new Part("whole", "/api/whole"));
	}

	@Test
	void policyThatMoreSpecificOnesHideIsLeftOut() {
		assertThat(parts("/api/whole/**")).containsExactly(new Part("whole", "/api/whole"));
	}

	@Test
	void pathsThatNoPolicyGovernsAreAPart() {
		assertThat(parts("/**")).hasSize(4).contains(new Part(null, "/"));
		assertThat(parts("/status")).containsExactly(new Part(null, "/status"));
		assertThat(parts("/reports/**")).containsExactlyInAnyOrder(new Part("admin", "/reports"),
				new Part(null, "/reports/"));
	}

	@Test
	void pathsAreEncoded() {
		assertThat(parts("/a b")).containsExactly(new Part(null, "/a%20b"));
	}

	@Test
	void policyThatOnlyReportsGovernsNothing() {
		SnapshotPolicy policy = Snapshots.policy("base", (changes) -> changes.reportOnly = true);
		assertThat(GovernedPaths.of(Snapshots.of(policy), "/api/x").parts()).containsExactly(new Part(null, "/api/x"));
	}

	@Test
	void reservedPathIsGovernedByWhatBeginsWithIt() {
		CorsSnapshot reserving = new CorsSnapshot(List.of(), false,
				List.of(governing("base", "/**"), governing("health", "/actuator/health")), List.of(), new TreeMap<>(),
				List.of("/actuator/"));
		assertThat(GovernedPaths.of(reserving, "/**").parts()).containsExactly(new Part("base", "/"),
				new Part(null, "/actuator"), new Part("health", "/actuator/health"));
		PatternSet alone = PatternSet.of(List.of(PathPattern.parse("/{*all}")), reserving.reservedPaths());
		assertThat(GovernedPaths.of(reserving, alone).parts()).containsExactly(new Part("base", "/"));
	}

	@Test
	void whatCannotBeToldHasNoPath() {
		CorsSnapshot snapshot = Snapshots.of(governing("odd", "/{x:(?!admin).*}"), governing("base", "/**"));
		assertThat(GovernedPaths.of(snapshot, "/admin").parts()).contains(new Part("base", "/admin"));
		assertThat(GovernedPaths.of(snapshot, "/other/**").parts()).extracting(Part::policy).contains("odd", "base");
	}

	@Test
	void whatIsNoPatternIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> parts("api"));
	}

	private List<Part> parts(String pattern) {
		return GovernedPaths.of(this.snapshot, pattern).parts();
	}

	private static SnapshotPolicy governing(String name, String... paths) {
		return Snapshots.policy(name, (policy) -> policy.paths = List.of(paths));
	}

}
