package io.github.corsstarter.validation.source;

import java.util.List;

/**
 * Knows which policies govern the paths that CORS configuration outside of {@code cors.*}
 * is for.
 */
@FunctionalInterface
public interface PathGovernance {

	/**
	 * Judge all paths that a pattern matches.
	 * @param kind what is configured for the pattern
	 * @param pattern a path pattern, relative to the application
	 * @return which policies govern these paths
	 */
	Extent of(CorsSource.Kind kind, String pattern);

	/**
	 * How much of a pattern policies govern.
	 *
	 * @param wholly whether they surely govern every path that the pattern matches
	 * @param policies the names of the policies that govern some of these paths, or may
	 * do so, in match order; empty if surely none does
	 */
	record Extent(boolean wholly, List<String> policies) {

		public Extent {
			policies = List.copyOf(policies);
		}

	}

}
