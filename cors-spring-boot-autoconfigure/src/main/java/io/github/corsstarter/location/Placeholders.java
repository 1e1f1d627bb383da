package io.github.corsstarter.location;

import io.github.corsstarter.policy.Location;
import io.github.corsstarter.policy.Placeholder;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

/**
 * Finds out what the placeholders of a text stand for.
 */
public final class Placeholders {

	private static final String PREFIX = "${";

	/**
	 * Longer chains do not help a reader.
	 */
	private static final int MAX_DEPTH = 16;

	private final Environment environment;

	private final PropertyLocations locations;

	/**
	 * Create the search.
	 * @param environment where placeholders are resolved
	 * @param locations says where what they name was read from
	 */
	public Placeholders(Environment environment, PropertyLocations locations) {
		this.environment = environment;
		this.locations = locations;
	}

	/**
	 * Return whether there is a placeholder in a text.
	 * @param text any text
	 * @return {@code true} if one may begin there
	 */
	public static boolean isIn(String text) {
		return text.contains(PREFIX);
	}

	/**
	 * Return what the first placeholder of a text stands for, followed to where the text
	 * was written at last: one may stand for another.
	 * @param text a text
	 * @return the placeholder, or {@code null} if there is none that can be resolved
	 */
	public @Nullable Placeholder of(String text) {
		return of(text, true, MAX_DEPTH);
	}

	private @Nullable Placeholder of(String text, boolean whole, int depth) {
		int start = text.indexOf(PREFIX);
		int end = (start >= 0) ? end(text, start + PREFIX.length()) : -1;
		if (end < 0 || depth == 0) {
			return null;
		}
		boolean alone = whole && start == 0 && end == text.length() - 1;
		String body = text.substring(start + PREFIX.length(), end);
		int colon = colon(body);
		String name = (colon >= 0) ? body.substring(0, colon) : body;
		Setting setting = find(name);
		if (setting == null && colon >= 0) {
			Placeholder inner = of(body.substring(colon + 1), alone, depth - 1);
			return (inner != null && inner.location() != null) ? inner : new Placeholder(name, null, alone);
		}
		if (setting == null) {
			return null;
		}
		Placeholder inner = of(setting.value(), alone, depth - 1);
		return (inner != null) ? inner : new Placeholder(name, setting.location(), alone);
	}

	private static int end(String text, int from) {
		int depth = 1;
		for (int i = from; i < text.length(); i++) {
			depth += (text.charAt(i) == '{') ? 1 : 0;
			depth -= (text.charAt(i) == '}') ? 1 : 0;
			if (depth == 0) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * Return where the default begins, a name being no place for a nested placeholder
	 * that could be followed.
	 */
	private static int colon(String body) {
		return body.startsWith(PREFIX) ? -1 : body.indexOf(':');
	}

	/**
	 * Find what a name is set to, in the order in which Spring looks.
	 */
	private @Nullable Setting find(String name) {
		if (ConfigurationPropertyName.isValid(name)) {
			for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
				ConfigurationProperty property = source.getConfigurationProperty(ConfigurationPropertyName.of(name));
				if (property != null) {
					return new Setting(property.getValue(), this.locations.of(property), source);
				}
			}
		}
		if (this.environment instanceof ConfigurableEnvironment configurable) {
			for (PropertySource<?> source : configurable.getPropertySources()) {
				Object value = ConfigurationPropertySources.isAttachedConfigurationPropertySource(source) ? null
						: source.getProperty(name);
				if (value != null) {
					return new Setting(value, this.locations.of(source, name), source);
				}
			}
		}
		return null;
	}

	/**
	 * What a name is set to.
	 *
	 * @param value the text
	 * @param location where it was read from
	 */
	private record Setting(String value, Location location) {

		Setting(Object value, @Nullable Location location, Object source) {
			this(value.toString().strip(),
					(location != null) ? location : new Location.NamedPropertySource(source.toString()));
		}

	}

}
