package io.github.corsstarter.jarmode;

import java.util.List;

import io.github.corsstarter.config.ConfiguredApplication;
import io.github.corsstarter.config.EnvironmentLoader;
import org.jspecify.annotations.Nullable;

/**
 * The application in the jar.
 *
 * @param classLoader its class loader
 */
record Application(@Nullable ClassLoader classLoader) {

	/** The option that all commands take which read the configuration. */
	static final String PROFILES = "profiles";

	/** What the configuration alone does not show. */
	static final List<String> NOT_JUDGED = List.of("annotations, mappings and filters",
			"what main sets on SpringApplication", "@PropertySource", "the application's own post-processors",
			"beans of origin sources", "config servers that cannot be reached");

	ConfiguredApplication read(Arguments arguments) {
		EnvironmentLoader loader = EnvironmentLoader.ofProcess().withArguments(arguments.properties());
		String profiles = arguments.option(PROFILES);
		if (profiles != null) {
			loader = loader.withProfiles(profiles);
		}
		return ConfiguredApplication.of(loader.load(), this.classLoader);
	}

	/**
	 * Return the closing line of an answer.
	 * @return what was not judged, in one line
	 */
	static String closingLine() {
		return "Not judged: " + String.join("; ", NOT_JUDGED) + ".";
	}

}
