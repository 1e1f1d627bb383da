package io.github.corsstarter.comparison.path;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The path patterns of policies that are in force together. Of those that match a path
 * the most specific one governs it; a reserved path, and what is below it, only by a
 * pattern that begins with it. Immutable.
 */
public final class PatternSet {

	private final List<PathPattern> patterns;

	private final List<ReservedPath> reserved;

	private PatternSet(List<PathPattern> patterns, List<ReservedPath> reserved) {
		this.patterns = patterns;
		this.reserved = reserved;
	}

	/**
	 * Create a set.
	 * @param patterns the patterns
	 * @param reservedPaths literal paths that have no slash at their end
	 * @return the set
	 * @throws PathSyntaxException if a reserved path is none
	 */
	public static PatternSet of(Collection<PathPattern> patterns, List<String> reservedPaths) {
		List<PathPattern> ordered = List.copyOf(new TreeSet<>(patterns));
		return new PatternSet(ordered,
				reservedPaths.stream()
					.sorted(Comparator.comparing(String::length).reversed())
					.map((path) -> ReservedPath.of(path, ordered))
					.toList());
	}

	/**
	 * Return the patterns that a path has to be matched with to know what governs it.
	 * @return the patterns, and those of reserved paths
	 */
	Set<PathPattern> all() {
		Set<PathPattern> all = new TreeSet<>(this.patterns);
		this.reserved.forEach((path) -> all.add(path.everything()));
		return all;
	}

	/**
	 * Return what governs a path.
	 * @param path a decoded and normalised path
	 * @return the pattern, or {@code null} if none does
	 */
	public @Nullable PathPattern governing(String path) {
		return matching((pattern) -> pattern.matches(path)).findFirst().orElse(null);
	}

	/**
	 * Return what may govern a path.
	 * @param matches tells which patterns match the path, or may match it
	 * @return the most specific patterns up to the first that certainly matches, or
	 * {@code null} at the end when none does
	 */
	List<@Nullable PathPattern> candidates(Predicate<PathPattern> matches) {
		List<@Nullable PathPattern> candidates = new ArrayList<>();
		for (PathPattern pattern : (Iterable<PathPattern>) matching(matches)::iterator) {
			candidates.add(pattern);
			if (pattern.isRegular()) {
				return candidates;
			}
		}
		candidates.add(null);
		return candidates;
	}

	private Stream<PathPattern> matching(Predicate<PathPattern> matches) {
		return this.reserved.stream()
			.filter((path) -> matches.test(path.everything()))
			.findFirst()
			.map(ReservedPath::governing)
			.orElse(this.patterns)
			.stream()
			.filter(matches);
	}

	/**
	 * A literal path.
	 *
	 * @param everything matches the path and what is below it
	 * @param governing the patterns that begin with the path
	 */
	private record ReservedPath(PathPattern everything, List<PathPattern> governing) {

		static ReservedPath of(String path, List<PathPattern> patterns) {
			return new ReservedPath(PathPattern.parse(path + "/**"),
					patterns.stream().filter((pattern) -> (pattern + "/").startsWith(path + "/")).toList());
		}

	}

}
