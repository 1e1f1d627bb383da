package io.github.corsstarter.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A list that was set, possibly to nothing: an empty list allows nothing, which is not
 * the same as a list that was left unset.
 *
 * @param place what sets the list
 * @param location where the list was read from; {@code null} for a default or a list set
 * in code
 * @param values the elements in declared order, never blank
 */
public record ConfiguredList(Place place, @Nullable Location location, List<ConfiguredValue<String>> values) {

	public ConfiguredList {
		values = List.copyOf(values);
	}

	/**
	 * Create a list whose elements are known by their position alone.
	 * @param key the key of the list
	 * @param values the elements
	 * @return the list
	 */
	public static ConfiguredList of(String key, List<String> values) {
		return of(Place.ofKey(key), null, values);
	}

	/**
	 * Create a list whose elements are in the place of the list.
	 * @param place what sets the list
	 * @param location where it was read from, or {@code null}
	 * @param values the elements
	 * @return the list
	 */
	public static ConfiguredList of(Place place, @Nullable Location location, List<String> values) {
		List<ConfiguredValue<String>> configured = new ArrayList<>(values.size());
		for (String value : values) {
			configured.add(ConfiguredValue.of(value, place.element(configured.size()), location));
		}
		return new ConfiguredList(place, location, configured);
	}

	/**
	 * Return what to set.
	 * @return the key, with the bean that a policy made in code is of; or the setting in
	 * code
	 */
	public String key() {
		return this.place.targetAt(this.location);
	}

	/**
	 * Return this list where it was read from, or else at another location.
	 */
	ConfiguredList orAt(Location location) {
		return (this.location != null) ? this : new ConfiguredList(this.place, location,
				this.values.stream().map((value) -> value.orAt(location)).toList());
	}

	/**
	 * Return the elements as they were written.
	 * @return the texts in declared order
	 */
	public List<String> texts() {
		List<String> texts = new ArrayList<>(this.values.size());
		for (ConfiguredValue<String> value : this.values) {
			texts.add(value.text());
		}
		return texts;
	}

	/**
	 * Return the elements as they are understood.
	 * @return the values in declared order
	 */
	List<String> elements() {
		List<String> elements = new ArrayList<>(this.values.size());
		for (ConfiguredValue<String> value : this.values) {
			elements.add(value.value());
		}
		return elements;
	}

	boolean isEmpty() {
		return this.values.isEmpty();
	}

	Stream<ConfiguredValue<String>> stream() {
		return this.values.stream();
	}

}
