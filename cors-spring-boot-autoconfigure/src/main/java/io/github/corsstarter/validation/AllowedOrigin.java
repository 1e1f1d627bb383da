package io.github.corsstarter.validation;

import io.github.corsstarter.policy.ConfiguredValue;
import org.jspecify.annotations.Nullable;

/**
 * A valid origin entry, and what the rules ask about it. Examples are origins that the
 * entry accepts, {@code null} where there is none. Only http and https origins are
 * judged.
 */
interface AllowedOrigin {

	/**
	 * Tells whether an entry of the exact origins or of the patterns is the plain
	 * wildcard.
	 * @param value the entry
	 * @return {@code true} for {@code *} itself
	 */
	static boolean isPlainWildcard(ConfiguredValue<String> value) {
		return "*".equals(value.value());
	}

	ConfiguredValue<String> configured();

	/**
	 * Returns the normalised spelling.
	 * @return the entry as it is matched
	 */
	String spelling();

	/**
	 * Tells whether the entry accepts any origin.
	 * @return {@code true} if every https origin with a host name and the default port is
	 * accepted
	 */
	boolean isAnyOrigin();

	/**
	 * Returns an accepted origin on the visitor's own machine.
	 * @return an example
	 */
	@Nullable String loopbackExample();

	/**
	 * Returns an accepted origin in a private network.
	 * @return an example
	 */
	@Nullable String privateNetworkExample();

	/**
	 * Returns an accepted http origin on a public host.
	 * @return an example
	 */
	@Nullable String insecureExample();

	/**
	 * Tells whether every origin that another entry accepts is accepted by this one too.
	 * @param other the other entry
	 * @return {@code true} if the other entry adds nothing
	 */
	boolean covers(AllowedOrigin other);

}
