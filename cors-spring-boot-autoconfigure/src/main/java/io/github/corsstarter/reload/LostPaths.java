package io.github.corsstarter.reload;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.corsstarter.comparison.GovernedPaths;
import io.github.corsstarter.comparison.path.PathPattern;
import io.github.corsstarter.comparison.path.PatternSet;
import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.comparison.snapshot.SnapshotPolicy;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * Finds the paths that no policy would govern any more. Losing a file must not open an
 * application: on a path without a policy no page is rejected.
 */
final class LostPaths {

	private final CorsSnapshot after;

	/**
	 * Create the search.
	 * @param after the policies that were read
	 */
	LostPaths(CorsSnapshot after) {
		this.after = after;
	}

	/**
	 * Find the paths.
	 * @param before the policies in force
	 * @return a finding for each pattern in force some of whose paths would be lost
	 */
	List<Finding> of(PoliciesInForce.State before) {
		List<Finding> lost = new ArrayList<>();
		List<String> enforced = before.asCommitted()
			.policies()
			.stream()
			.filter((policy) -> !policy.reportOnly())
			.map(SnapshotPolicy::name)
			.toList();
		before.table()
			.policies()
			.stream()
			.filter((policy) -> enforced.contains(policy.name()))
			.forEach((policy) -> of(policy.definition(), lost));
		return lost;
	}

	private void of(EffectivePolicy policy, List<Finding> lost) {
		for (ConfiguredValue<String> pattern : policy.paths().values()) {
			String path = lost(pattern.value());
			if (path != null) {
				lost.add(finding(policy.name(), pattern, path));
			}
		}
	}

	/**
	 * Return which paths of a pattern would be lost, in words; {@code null} if none
	 * would. What cannot be told counts as lost.
	 */
	private @Nullable String lost(String pattern) {
		if (isGoverned(pattern)) {
			return null;
		}
		try {
			PatternSet alone = PatternSet.of(List.of(PathPattern.parse(pattern)), this.after.reservedPaths());
			return GovernedPaths.of(this.after, alone)
				.parts()
				.stream()
				.filter((part) -> part.policy() == null)
				.map((part) -> Objects.requireNonNullElse(part.path(), "some path"))
				.findFirst()
				.orElse(null);
		}
		catch (RuntimeException ex) {
			return "some path";
		}
	}

	private boolean isGoverned(String pattern) {
		return this.after.policies()
			.stream()
			.anyMatch((policy) -> !policy.reportOnly() && policy.paths().contains(pattern));
	}

	private static Finding finding(String policy, ConfiguredValue<String> pattern, String path) {
		String place = (pattern.location() != null) ? " (" + pattern.location() + ")" : "";
		return new Finding(RuleId.LOST_POLICY, policy, pattern.property(), pattern.value(), pattern.value(), null,
				"Policy '%s'%s governs this path, and no policy that was read governs %s: any page's request would be "
					.formatted(policy, place, path)
						+ "let through there, and the application's other CORS configuration, if any, would answer.",
				null,
				"Bring the policy back. To close the path at once, set %sallowed-origins to nothing; to take it out of "
					.formatted(CorsPolicyDefinition.propertyPrefix(policy)) + "the policies, restart the application.");
	}

}
