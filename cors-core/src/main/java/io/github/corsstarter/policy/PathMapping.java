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
	 * A policy, and the path pattern by which it was found. Make it once, not for each
	 * request: it knows the decision about all requests without an origin.
	 */
	final class Match {

		private final CorsPolicy policy;

		private final String pattern;

		private final CorsDecision withoutOrigin;

		/**
		 * Creates a match.
		 * @param policy the policy
		 * @param pattern the path pattern as it was configured
		 */
		public Match(CorsPolicy policy, String pattern) {
			this.policy = policy;
			this.pattern = pattern;
			this.withoutOrigin = policy.decideWithoutOrigin(this);
		}

		/**
		 * Returns the policy.
		 * @return the policy that governs the path
		 */
		public CorsPolicy policy() {
			return this.policy;
		}

		/**
		 * Returns the path pattern.
		 * @return the pattern as it was configured
		 */
		public String pattern() {
			return this.pattern;
		}

		CorsDecision withoutOrigin() {
			return this.withoutOrigin;
		}

	}

}
