package io.github.corsstarter.reload;

/**
 * Is told of each attempt to replace the policies, also of those that change nothing.
 */
@FunctionalInterface
public interface ReloadListener {

	/**
	 * Called after each attempt.
	 * @param trigger what made it
	 * @param result what became of it
	 */
	void onAttempt(ReloadTrigger trigger, ReloadResult result);

}
