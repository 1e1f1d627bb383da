package io.github.corsstarter.jarmode;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Turns descriptions into maps, lists and scalars. The libraries that do so for the
 * endpoint need not be there.
 */
enum Tree {

	/**
	 * What is not set is left out.
	 */
	OF_WHAT_IS_SET {

		@Override
		boolean shows(@Nullable Object component) {
			return component != null;
		}

	},

	/**
	 * What is not set is {@code null}.
	 */
	OF_EVERYTHING {

		@Override
		boolean shows(@Nullable Object component) {
			return true;
		}

	};

	/**
	 * Return whether a component of a description is shown.
	 * @param component the component, {@code null} if it is not set
	 * @return whether it is shown
	 */
	abstract boolean shows(@Nullable Object component);

	/**
	 * Return a description as a map.
	 * @param description the description
	 * @return its components by name, in order
	 */
	Map<String, @Nullable Object> of(Record description) {
		Map<String, @Nullable Object> components = new LinkedHashMap<>();
		for (RecordComponent component : description.getClass().getRecordComponents()) {
			put(components, component.getName(), read(component, description));
		}
		return components;
	}

	/**
	 * Return a map whose values are trees.
	 * @param map values by name
	 * @return the same names, in order
	 */
	Map<String, @Nullable Object> of(Map<?, ?> map) {
		Map<String, @Nullable Object> members = new LinkedHashMap<>();
		map.forEach((name, value) -> put(members, String.valueOf(name), value));
		return members;
	}

	private void put(Map<String, @Nullable Object> members, String name, @Nullable Object value) {
		if (shows(value)) {
			members.put(name, node(value));
		}
	}

	private @Nullable Object node(@Nullable Object value) {
		if (value instanceof Record description) {
			return of(description);
		}
		if (value instanceof Map<?, ?> map) {
			return of(map);
		}
		if (value instanceof Iterable<?> elements) {
			List<@Nullable Object> nodes = new ArrayList<>();
			elements.forEach((element) -> nodes.add(node(element)));
			return nodes;
		}
		return value;
	}

	private static @Nullable Object read(RecordComponent component, Record description) {
		try {
			return component.getAccessor().invoke(description);
		}
		catch (IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
