package io.github.corsstarter.reload;

/**
 * Reads the policies again while the application runs, for applications with a trigger of
 * their own. Safe for use by several threads.
 */
public interface CorsPolicyReloader {

	/**
	 * Read the configuration, and bring its policies into force unless they are refused.
	 * It is read until two readings are the same, which takes at least a tenth of a
	 * second and at most two seconds. A request that begins after this returns never
	 * meets an older policy.
	 * @return what became of it; no configuration makes this throw
	 */
	ReloadResult reload();

	/**
	 * Read the configuration and tell what {@link #reload()} would do. Nothing changes,
	 * and nothing is counted, logged or shown.
	 * @return what would become of it, with the revision of what was read
	 */
	ReloadResult check();

	/**
	 * Return what is in force, and what became of the last attempt.
	 * @return what the endpoint shows
	 */
	ReloadStatus status();

}
