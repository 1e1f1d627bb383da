package io.github.corsstarter.policy;

import org.jspecify.annotations.Nullable;

/**
 * A configured value together with where it was configured.
 *
 * @param <T> the type of the value
 * @param value the value
 * @param text the value as it was written, surrounding blanks dropped
 * @param place what sets it, with the index of a list element
 * @param location where the value was read from; {@code null} for a default or a policy
 * that was defined in code
 * @param placeholder what stands there in place of the value, or {@code null}
 */
public record ConfiguredValue<T>(T value, String text, Place place, @Nullable Location location,
		@Nullable Placeholder placeholder) {

	/**
	 * Create a string value that is its own text.
	 * @param value the value
	 * @param place what sets it
	 * @param location where it was read from, or {@code null}
	 * @return the configured value
	 */
	public static ConfiguredValue<String> of(String value, Place place, @Nullable Location location) {
		return of(value, value, place, location);
	}

	/**
	 * Create a string value that is its own text.
	 * @param value the value
	 * @param key the key, without an index
	 * @param location where it was read from, or {@code null}
	 * @return the configured value
	 */
	public static ConfiguredValue<String> of(String value, String key, @Nullable Location location) {
		return of(value, value, Place.ofKey(key), location);
	}

	/**
	 * Create a value that was written without a placeholder.
	 * @param value the value
	 * @param text the value as it was written
	 * @param place what sets it
	 * @param location where it was read from, or {@code null}
	 * @param <T> the type of the value
	 * @return the configured value
	 */
	public static <T> ConfiguredValue<T> of(T value, String text, Place place, @Nullable Location location) {
		return new ConfiguredValue<>(value, text, place, location, null);
	}

	/**
	 * Return this value where it was read from, or else at another location.
	 */
	ConfiguredValue<T> orAt(Location location) {
		return (this.location != null) ? this
				: new ConfiguredValue<>(this.value, this.text, this.place, location, this.placeholder);
	}

	/**
	 * Return the name of the place.
	 * @return the key, with the index of a list element, such as
	 * {@code cors.allowed-origins[1]}, or the setting in code
	 */
	public String property() {
		return this.place.toString();
	}

	/**
	 * Return what to set.
	 * @return the key without an index, with the bean that a policy made in code is of;
	 * or the setting in code
	 */
	public String key() {
		return this.place.targetAt(this.location);
	}

}
