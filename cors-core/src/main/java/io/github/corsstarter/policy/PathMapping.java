package io.github.corsstarter.policy;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Knows which policy governs which path, and which only reports about it. An
 * implementation is immutable and safe for use by several threads.
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
	 * Return what a variable of a path pattern stands for.
	 * @param match what was found for the path
	 * @param path the path
	 * @param name the name of the variable
	 * @return the value, decoded, or {@code null} if the pattern has no such variable
	 */
	default @Nullable String variable(Match match, String path, String name) {
		return null;
	}

	/**
	 * Return a mapping of the same policies that ignores the case of a path, for
	 * applications with a handler mapping that does so too.
	 * @return the mapping; this one if it has no other
	 */
	default PathMapping ignoringCase() {
		return this;
	}

	/**
	 * Return whether the case of a path means anything.
	 * @return {@code false} for a mapping that ignores it
	 */
	default boolean isCaseSensitive() {
		return true;
	}

	/**
	 * Return the paths that belong to parts of the application with CORS settings of
	 * their own: they, and what is below them, are governed only by patterns that begin
	 * with them.
	 * @return literal paths without a slash at their end
	 */
	default List<String> reservedPaths() {
		return List.of();
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
	 * request; only a tenant is that of a request.
	 *
	 * @param policy the policy that governs the path
	 * @param pattern the path pattern as it was configured
	 * @param tenant the tenant whose origins decide, or {@code null} if there is none
	 */
	record Match(CorsPolicy policy, String pattern, @Nullable String tenant) {

		/**
		 * Create a match for requests of any tenant.
		 * @param policy the policy that governs the path
		 * @param pattern the path pattern as it was configured
		 */
		public Match(CorsPolicy policy, String pattern) {
			this(policy, pattern, null);
		}

		Match of(@Nullable String tenant) {
			return (tenant != null) ? new Match(this.policy, this.pattern, tenant) : this;
		}

	}

}
