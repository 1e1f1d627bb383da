package io.github.corsstarter.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A list that was set, possibly to nothing: an empty list allows nobody, which is not the
 * same as a list that was left unset.
 *
 * @param property the key of the list, without an index
 * @param location where the list was read from; {@code null} for a default or a list set
 * in code
 * @param values the elements in declared order, never blank
 */
public record ConfiguredList(String property, @Nullable String location, List<ConfiguredValue<String>> values) {

	public ConfiguredList {
		values = List.copyOf(values);
	}

	/**
	 * Creates a list whose elements are known by their position alone.
	 * @param property the key of the list
	 * @param values the elements
	 * @return the list
	 */
	public static ConfiguredList of(String property, List<String> values) {
		List<ConfiguredValue<String>> configured = new ArrayList<>(values.size());
		for (String value : values) {
			configured.add(ConfiguredValue.of(value, property + "[" + configured.size() + "]", null));
		}
		return new ConfiguredList(property, null, configured);
	}

	/**
	 * Returns the elements as they were written.
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
	 * Returns the elements as they are understood.
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
