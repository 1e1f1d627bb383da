package io.github.corsstarter.policy;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Knows which policy governs which path. An implementation is immutable and safe for use
 * by several threads.
 */
public interface PathMapping {

	/**
	 * Returns the policies that govern any path.
	 * @return the policies in match order, the most specific path first
	 */
	List<CorsPolicy> policies();

	/**
	 * Finds the policy of a path.
	 * @param path a path within the application that begins with a slash
	 * @return the most specific match, or {@code null} if no policy governs the path
	 */
	@Nullable Match find(String path);

	/**
	 * A policy, and the path pattern by which it was found.
	 *
	 * @param policy the policy
	 * @param pattern the path pattern as it was configured
	 */
	record Match(CorsPolicy policy, String pattern) {

	}

}
