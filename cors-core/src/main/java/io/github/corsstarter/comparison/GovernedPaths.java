package io.github.corsstarter.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.comparison.path.PathPattern;
import io.github.corsstarter.comparison.path.PathRegions;
import io.github.corsstarter.comparison.path.PatternSet;
import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.comparison.snapshot.SnapshotPolicy;
import io.github.corsstarter.origin.automaton.WorkLimits;
import org.jspecify.annotations.Nullable;

/**
 * Which policies of a snapshot govern the paths that a pattern matches. Policies that
 * only report govern none.
 *
 * @param parts the paths, by the policy that governs them, in the order of their shortest
 * paths; those that no policy governs are one part
 */
public record GovernedPaths(List<Part> parts) {

	public GovernedPaths {
		parts = List.copyOf(parts);
	}

	/**
	 * Find the policies of all paths that a pattern matches. The work is bounded.
	 * @param snapshot the policies
	 * @param pattern a path pattern
	 * @return what governs the paths
	 * @throws IllegalArgumentException if the pattern is none
	 * @throws io.github.corsstarter.origin.automaton.TooMuchWorkException when that
	 * cannot be told
	 */
	public static GovernedPaths of(CorsSnapshot snapshot, String pattern) {
		return of(snapshot, PatternSet.of(List.of(PathPattern.parse(pattern)), List.of()));
	}

	/**
	 * Find the policies of all paths that some patterns govern, perhaps those of other
	 * policies. The work is bounded.
	 * @param snapshot the policies
	 * @param asked the patterns
	 * @return what governs the paths
	 * @throws io.github.corsstarter.origin.automaton.TooMuchWorkException when that
	 * cannot be told
	 */
	public static GovernedPaths of(CorsSnapshot snapshot, PatternSet asked) {
		Map<PathPattern, String> governing = new LinkedHashMap<>();
		for (SnapshotPolicy policy : snapshot.policies()) {
			if (!policy.reportOnly()) {
				policy.paths().forEach((path) -> governing.put(PathPattern.parse(path), policy.name()));
			}
		}
		List<Part> parts = new ArrayList<>();
		PatternSet patterns = PatternSet.of(governing.keySet(), snapshot.reservedPaths());
		for (PathRegions.Region region : PathRegions.of(asked, patterns, new WorkLimits().question())) {
			if (region.before() != null) {
				String policy = (region.after() != null) ? governing.get(region.after()) : null;
				String path = (region.path() != null) ? Governance.encode(region.path()) : null;
				parts.add(new Part(policy, path));
			}
		}
		return new GovernedPaths(firstOfEach(parts));
	}

	/**
	 * List each policy once, for a path that it certainly governs if there is one.
	 */
	private static List<Part> firstOfEach(List<Part> parts) {
		Map<@Nullable String, Part> first = new LinkedHashMap<>();
		for (Part part : parts) {
			first.merge(part.policy(), part, (known, again) -> (known.path() != null) ? known : again);
		}
		return List.copyOf(first.values());
	}

	/**
	 * Paths with the same policy.
	 *
	 * @param policy the name of the policy that governs them, or {@code null} if none
	 * does
	 * @param path the shortest of them, as it stands in requests; {@code null} when it
	 * cannot be told whether there is any
	 */
	public record Part(@Nullable String policy, @Nullable String path) {

	}

}
