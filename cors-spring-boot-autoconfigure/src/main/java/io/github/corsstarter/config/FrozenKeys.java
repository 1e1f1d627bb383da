package io.github.corsstarter.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;

/**
 * The keys whose values are those of the start as long as the application runs: what
 * judges the policies, what applies them, and the active profiles. Immutable.
 */
public final class FrozenKeys {

	private static final List<ConfigurationPropertyName> ROOTS = Stream
		.of("cors.enabled", "cors.filter", "cors.production", "cors.validation", "cors.explain-rejections",
				"cors.log-rejections", "cors.reload", "cors.origin-sources", "spring.profiles.active",
				"spring.profiles.default", "spring.profiles.include", "spring.profiles.group")
		.map(ConfigurationPropertyName::of)
		.toList();

	private final Map<ConfigurationPropertyName, Map<String, String>> values;

	private FrozenKeys(Map<ConfigurationPropertyName, Map<String, String>> values) {
		this.values = values;
	}

	/**
	 * Read the keys.
	 * @param environment where to read from
	 * @return those that are set, with their values
	 */
	public static FrozenKeys of(Environment environment) {
		PropertySourcesPlaceholdersResolver placeholders = new PropertySourcesPlaceholdersResolver(environment);
		Map<ConfigurationPropertyName, Map<String, String>> values = new LinkedHashMap<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				read(iterable, placeholders).forEach(values::putIfAbsent);
			}
		}
		return new FrozenKeys(values);
	}

	/** A list is replaced as a whole by the first source that has any of it. */
	private static Map<ConfigurationPropertyName, Map<String, String>> read(IterableConfigurationPropertySource source,
			PropertySourcesPlaceholdersResolver placeholders) {
		Map<ConfigurationPropertyName, Map<String, String>> values = new LinkedHashMap<>();
		for (ConfigurationPropertyName name : source) {
			ConfigurationProperty property = isFrozen(name) ? source.getConfigurationProperty(name) : null;
			if (property != null) {
				values.computeIfAbsent(key(name), (key) -> new TreeMap<>())
					.put(name.toString(), text(property, placeholders));
			}
		}
		return values;
	}

	private static String text(ConfigurationProperty property, PropertySourcesPlaceholdersResolver placeholders) {
		try {
			return String.valueOf(placeholders.resolvePlaceholders(property.getValue())).strip();
		}
		catch (IllegalArgumentException ex) {
			return property.getValue().toString().strip();
		}
	}

	private static ConfigurationPropertyName key(ConfigurationPropertyName name) {
		for (int i = 0; i < name.getNumberOfElements(); i++) {
			if (name.isNumericIndex(i)) {
				return name.chop(i);
			}
		}
		return name;
	}

	/**
	 * Return whether the value of a key is that of the start.
	 * @param name the key
	 * @return {@code true} if a change of it takes effect at the next start only
	 */
	static boolean isFrozen(ConfigurationPropertyName name) {
		return ROOTS.stream().anyMatch((root) -> root.equals(name) || root.isAncestorOf(name));
	}

	/**
	 * Return whether the value of a key is that of the start.
	 * @param key the key as it is written in a file or as an environment variable
	 * @return {@code true} if a change of it takes effect at the next start only
	 */
	public static boolean isFrozen(@Nullable String key) {
		if (key == null) {
			return false;
		}
		boolean variable = key.indexOf('.') < 0;
		return isFrozen(ConfigurationPropertyName.adapt(key, variable ? '_' : '.'));
	}

	/**
	 * Return the keys that have other values now.
	 * @param now what was read now
	 * @return the keys in alphabetical order, a list by its own key
	 */
	public List<String> changedIn(FrozenKeys now) {
		TreeSet<ConfigurationPropertyName> names = new TreeSet<>(this.values.keySet());
		names.addAll(now.values.keySet());
		return names.stream()
			.filter((name) -> !Objects.equals(this.values.get(name), now.values.get(name)))
			.map(PropertyNames::asWritten)
			.toList();
	}

}
