package io.github.corsstarter.policy;

import org.jspecify.annotations.Nullable;

/**
 * A configured value together with where it was configured.
 *
 * @param <T> the type of the value
 * @param value the value
 * @param text the value as it was written, surrounding blanks dropped
 * @param property the key, with the index of a list element, such as
 * {@code cors.allowed-origins[1]}
 * @param location where the value was read from, such as
 * {@code class path resource [application.yml] - 6:9}; {@code null} for a default or a
 * value set in code
 */
public record ConfiguredValue<T>(T value, String text, String property, @Nullable String location) {

	/**
	 * Creates a string value that is its own text.
	 * @param value the value
	 * @param property the key
	 * @param location where it was read from, or {@code null}
	 * @return the configured value
	 */
	public static ConfiguredValue<String> of(String value, String property, @Nullable String location) {
		return new ConfiguredValue<>(value, value, property, location);
	}

}
