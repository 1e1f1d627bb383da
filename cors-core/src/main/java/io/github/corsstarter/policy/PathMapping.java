package io.github.corsstarter.policy;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Knows which policy governs which path, and which only reports about it. An implementation is immutable and safe for use
 * by several threads.
 */
public interface PathMapping {

	/**
	 * Return all that can be found.
	 * @return a match for each path pattern in match order, the most specific first
	 */
	List<Match> matches();

	/**
	 * Find the policy of a path.
	 * @param path a path within the application that begins with a slash
	 * @return the most specific match, one of {@link #matches()}, or {@code null} if no
	 * policy governs the path
	 */
	@Nullable Match find(String path);

	/**
	 * Return a mapping of the same policies that takes no notice of the case of a path,
	 * for applications with a handler mapping that does not either.
	 * @return the mapping; this one if it knows no other
	 */
	default PathMapping ignoringCase() {
		return this;
	}

	/**
	 * Return which policies only report about which paths.
	 * @return another mapping, or {@code null} if every policy is enforced
	 */
	default @Nullable PathMapping reportOnly() {
		return null;
	}

	/**
	 * A policy, and the path pattern by which it was found. Make it once, not for each
	 * request.
	 *
	 * @param policy the policy that governs the path
	 * @param pattern the path pattern as it was configured
	 */
	record Match(CorsPolicy policy, String pattern) {

	}

}
