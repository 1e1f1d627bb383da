package io.github.corsstarter.jarmode;

import io.github.corsstarter.config.loader.ConfiguredApplication;
import io.github.corsstarter.config.loader.EnvironmentLoader;
import io.github.corsstarter.validation.report.InvalidCorsPolicyException;
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

	/**
	 * Read a configuration that has policies to be asked about, safe or not.
	 * @param arguments what was asked
	 * @return what is known of the application
	 * @throws InvalidCorsPolicyException if a configuration rule is broken
	 */
	ConfiguredApplication readValid(Arguments arguments) {
		ConfiguredApplication application = read(arguments);
		if (!application.report().isValid()) {
			application.report().throwIfUnsafe();
		}
		return application;
	}

}
