package io.github.corsstarter.reload;

import java.util.Locale;

/**
 * What triggers a reload of the policies.
 */
public enum ReloadTrigger {

	/** A refresh of Spring Cloud. */
	REFRESH,

	/** A file of configuration that has changed. */
	FILES,

	/** A call of {@link CorsPolicyReloader#reload()}. */
	CALL;

	/**
	 * Return the word for it, in lower case.
	 */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
