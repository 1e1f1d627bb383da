package io.github.corsstarter.jarmode;

import java.util.Iterator;
import java.util.Map;

import io.github.corsstarter.comparison.snapshot.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tree as YAML in block style. A text stands in double quotes, as in JSON, which
 * is YAML as well.
 */
final class Yaml {

	private static final String INDENT = "  ";

	private final StringBuilder text = new StringBuilder();

	private Yaml() {
	}

	/**
	 * Write a tree.
	 * @param value a map of maps, lists and scalars
	 * @return the YAML, with a line feed at its end
	 */
	static String of(Map<String, ?> value) {
		Yaml yaml = new Yaml();
		yaml.writeMap(value, "", "");
		return yaml.text.toString();
	}

	private void write(@Nullable Object value, String indent) {
		if (value instanceof Map<?, ?> map && !map.isEmpty()) {
			this.text.append('\n');
			writeMap(map, indent, indent);
		}
		else if (value instanceof Iterable<?> elements && elements.iterator().hasNext()) {
			this.text.append('\n');
			writeList(elements, indent);
		}
		else {
			this.text.append(' ').append(scalar(value)).append('\n');
		}
	}

	private void writeMap(Map<?, ?> map, String first, String indent) {
		String start = first;
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			this.text.append(start).append(entry.getKey()).append(':');
			write(entry.getValue(), indent + INDENT);
			start = indent;
		}
	}

	private void writeList(Iterable<?> elements, String indent) {
		for (Iterator<?> iterator = elements.iterator(); iterator.hasNext();) {
			Object element = iterator.next();
			if (element instanceof Map<?, ?> map) {
				writeMap(map, indent + "- ", indent + INDENT);
			}
			else {
				this.text.append(indent).append("- ").append(scalar(element)).append('\n');
			}
		}
	}

	private static String scalar(@Nullable Object value) {
		if (value instanceof Iterable<?>) {
			return "[]";
		}
		if (value instanceof Map<?, ?>) {
			return "{}";
		}
		return (value instanceof String string) ? JsonWriter.write(string) : String.valueOf(value);
	}

}
