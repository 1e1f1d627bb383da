package io.github.corsstarter.jarmode;

import io.github.corsstarter.config.loader.ConfiguredApplication;
import io.github.corsstarter.config.loader.EnvironmentLoader;
import org.jspecify.annotations.Nullable;

/**
 * The application in the jar.
 *
 * @param classLoader its class loader
 */
record Application(@Nullable ClassLoader classLoader) {

	/** The option that all commands take which read the configuration. */
	static final String PROFILES = "profiles";

	ConfiguredApplication read(Arguments arguments) {
		EnvironmentLoader loader = EnvironmentLoader.ofProcess().withArguments(arguments.properties());
		String profiles = arguments.option(PROFILES);
		if (profiles != null) {
			loader = loader.withProfiles(profiles);
		}
		return ConfiguredApplication.read(loader, this.classLoader);
	}

}
