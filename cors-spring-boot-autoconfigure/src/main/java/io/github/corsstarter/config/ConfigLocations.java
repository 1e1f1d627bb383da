package io.github.corsstarter.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.util.StringUtils;

/**
 * The locations of configuration that property sources name.
 */
public final class ConfigLocations {

	private static final String IMPORT = "spring.config.import";

	private static final List<String> DEFAULT_LOCATIONS = List.of("classpath:/", "classpath:/config/", "file:./",
			"file:./config/", "file:./config/*/");

	private static final Pattern SEPARATOR = Pattern.compile("[;,]");

	private static final Pattern PREFIX = Pattern.compile("^[a-z][a-z0-9+.-]+:.*", Pattern.CASE_INSENSITIVE);

	private static final List<String> LOCAL = List.of("file:", "classpath:", "configtree:", "env:");

	private ConfigLocations() {
	}

	/**
	 * Return where a start looks first.
	 * @param environment where the settings of Spring Boot are
	 * @return the locations, without {@code optional:}
	 */
	public static List<String> searched(ConfigurableEnvironment environment) {
		String locations = environment.getProperty("spring.config.location", "");
		List<String> searched = new ArrayList<>(locations.isBlank() ? DEFAULT_LOCATIONS : split(locations));
		searched.addAll(split(environment.getProperty("spring.config.additional-location", "")));
		return searched;
	}

	/**
	 * Return what a source imports.
	 * @param source a source of the environment
	 * @param environment resolves placeholders
	 * @return the locations, without {@code optional:}
	 */
	public static List<String> importedBy(PropertySource<?> source, ConfigurableEnvironment environment) {
		List<String> locations = new ArrayList<>();
		if (source instanceof EnumerablePropertySource<?> enumerable) {
			for (String name : enumerable.getPropertyNames()) {
				Object value = isImport(name) ? enumerable.getProperty(name) : null;
				if (value != null) {
					locations.addAll(split(environment.resolvePlaceholders(value.toString())));
				}
			}
		}
		return locations;
	}

	private static boolean isImport(String name) {
		String uniform = name.toLowerCase(Locale.ROOT).replace('_', '.');
		return uniform.equals(IMPORT) || uniform.startsWith(IMPORT + "[") || uniform.startsWith(IMPORT + ".");
	}

	/**
	 * Split a list of locations.
	 * @param locations locations with commas or semicolons between them
	 * @return the locations, without {@code optional:}
	 */
	public static List<String> split(String locations) {
		return SEPARATOR.splitAsStream(locations)
			.map((location) -> location.strip().replaceFirst("^optional:", ""))
			.filter(StringUtils::hasLength)
			.toList();
	}

	/**
	 * Find a location that is not on this machine.
	 * @param environment where imports are
	 * @return such as {@code configserver:}, or {@code null} if all configuration is
	 * local
	 */
	public static @Nullable String findRemote(ConfigurableEnvironment environment) {
		for (PropertySource<?> source : environment.getPropertySources()) {
			for (String location : importedBy(source, environment)) {
				if (PREFIX.matcher(location).matches() && LOCAL.stream().noneMatch(location::startsWith)) {
					return location;
				}
			}
		}
		return null;
	}

}
