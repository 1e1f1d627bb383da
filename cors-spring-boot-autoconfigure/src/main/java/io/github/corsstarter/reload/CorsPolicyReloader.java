package io.github.corsstarter.reload;

/**
 * Reads the policies again while the application runs, for applications with a trigger of
 * their own. Safe for use by several threads.
 */
public interface CorsPolicyReloader {

	/**
	 * Read the configuration, and have its policies decide if they may. It is read until
	 * it is the same twice, which takes at least a tenth of a second and at most two. A
	 * request that begins after this returned never meets an older policy.
	 * @return what became of it; nothing that is configured makes this throw
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
