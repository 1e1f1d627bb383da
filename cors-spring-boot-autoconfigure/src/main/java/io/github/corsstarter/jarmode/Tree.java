package io.github.corsstarter.jarmode;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Descriptions as maps, lists and scalars. The libraries that write them for the endpoint
 * need not be there.
 */
final class Tree {

	private Tree() {
	}

	/**
	 * Return the components of a record.
	 * @param description the record
	 * @return the components by name, in order
	 */
	static Map<String, @Nullable Object> components(Record description) {
		Map<String, @Nullable Object> components = new LinkedHashMap<>();
		for (RecordComponent component : description.getClass().getRecordComponents()) {
			try {
				components.put(component.getName(), component.getAccessor().invoke(description));
			}
			catch (IllegalAccessException | InvocationTargetException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return components;
	}

}
