package io.github.corsstarter.config;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The key {@code cors.enabled}.
 */
public final class EnabledProperty {

	/** The key. */
	public static final String NAME = "cors.enabled";

	private EnabledProperty() {
	}

	/**
	 * Return whether policies are in force. A value that is not a boolean leaves
	 * everything enabled, so that it is reported together with all other problems.
	 * @param environment where the application runs
	 * @return {@code false} if nothing is to be judged and no path governed
	 */
	public static boolean isEnabled(Environment environment) {
		try {
			return Binder.get(environment).bind(NAME, Boolean.class).orElse(true);
		}
		catch (BindException ex) {
			return true;
		}
	}

}
