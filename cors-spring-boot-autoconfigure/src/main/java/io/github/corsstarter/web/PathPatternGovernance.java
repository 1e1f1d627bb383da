package io.github.corsstarter.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.PathGovernance;

import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Compares path patterns with those of policies, in match order as
 * {@link PathPatternMapping} has it. A reserved path has CORS settings of its own, and so
 * have the handlers below it; only what sees every request, such as a filter, is met
 * there by other configuration.
 */
public final class PathPatternGovernance implements PathGovernance {

	private final List<Governed> paths;

	private final List<Reserved> reserved;

	private final boolean caseSensitive;

	/**
	 * Create the judge.
	 * @param policies the policies in force, in any order
	 * @param reservedPaths literal paths that begin with a slash, as
	 * {@link PathPatternMapping#of} takes them
	 * @param caseSensitive whether the case of a path means anything to the policies
	 */
	public PathPatternGovernance(List<CorsPolicy> policies, List<String> reservedPaths, boolean caseSensitive) {
		PathPatternParser parser = PathPatternSyntax.parser(caseSensitive);
		this.caseSensitive = caseSensitive;
		this.paths = policies.stream()
			.flatMap((policy) -> policy.definition()
				.paths()
				.values()
				.stream()
				.map((path) -> new GovernedPath(policy, path.value(), parser)))
			.sorted()
			.map((path) -> new Governed(path, path.match().policy().name(), shape(path.match().pattern())))
			.toList();
		this.reserved = ReservedPath.literals(reservedPaths)
			.stream()
			.map((path) -> new Reserved(shape(path + "/**"),
					this.paths.stream().filter((candidate) -> candidate.path().beginsWith(path)).toList()))
			.toList();
	}

	private PathShape shape(String pattern) {
		return PathShape.of(pattern, this.caseSensitive);
	}

	@Override
	public Extent of(CorsSource.Kind kind, String pattern) {
		PathShape shape = shape(pattern);
		List<Reserved> met = this.reserved.stream().filter((area) -> !area.shape().isDisjoint(shape)).toList();
		for (Reserved area : met) {
			if (area.shape().contains(shape)) {
				return extent(area.paths(), shape);
			}
		}
		Extent extent = extent(this.paths, shape);
		if (met.isEmpty() || !kind.seesEveryRequest()) {
			return extent;
		}
		List<Extent> extents = Stream
			.concat(Stream.of(extent), met.stream().map((area) -> extent(area.paths(), area.shape())))
			.toList();
		return new Extent(extents.stream().allMatch(Extent::wholly),
				extents.stream().flatMap((part) -> part.policies().stream()).distinct().toList());
	}

	/**
	 * Goes through the paths in match order, up to one that leaves nothing to the next.
	 */
	private static Extent extent(List<Governed> paths, PathShape shape) {
		Set<String> policies = new LinkedHashSet<>();
		for (Governed path : paths) {
			if (!path.shape().isDisjoint(shape)) {
				policies.add(path.policy());
			}
			if (path.shape().contains(shape)) {
				return new Extent(true, new ArrayList<>(policies));
			}
		}
		return new Extent(false, new ArrayList<>(policies));
	}

	/**
	 * A pattern of a policy.
	 *
	 * @param path the pattern
	 * @param policy the name of the policy
	 * @param shape what it matches
	 */
	private record Governed(GovernedPath path, String policy, PathShape shape) {

	}

	/**
	 * A reserved path and everything below it.
	 *
	 * @param shape what it matches
	 * @param paths the only patterns that govern any of it
	 */
	private record Reserved(PathShape shape, List<Governed> paths) {

	}

}
