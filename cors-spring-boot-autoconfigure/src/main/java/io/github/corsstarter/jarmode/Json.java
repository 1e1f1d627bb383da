package io.github.corsstarter.jarmode;

import java.util.Iterator;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Writes descriptions as JSON, two spaces to a level.
 */
final class Json {

	private static final String INDENT = "  ";

	private final StringBuilder text = new StringBuilder();

	private final Predicate<Map.Entry<String, @Nullable Object>> shown;

	private Json(Predicate<Map.Entry<String, @Nullable Object>> shown) {
		this.shown = shown;
	}

	/**
	 * Write what is set.
	 * @param value records, maps, lists and scalars
	 * @return the JSON, without a line separator at its end
	 */
	static String of(Object value) {
		return new Json((entry) -> entry.getValue() != null).write(value, "\n").text.toString();
	}

	/**
	 * Write everything, {@code null} for what is not set.
	 * @param value records, maps, lists and scalars
	 * @return the JSON, without a line separator at its end
	 */
	static String withNulls(Object value) {
		return new Json((entry) -> true).write(value, "\n").text.toString();
	}

	private Json write(@Nullable Object value, String line) {
		if (value instanceof Record description) {
			writeMap(Tree.components(description), line);
		}
		else if (value instanceof Map<?, ?> map) {
			writeMap(map, line);
		}
		else if (value instanceof Iterable<?> elements) {
			writeList(elements, line);
		}
		else if (value == null || value instanceof Number || value instanceof Boolean) {
			this.text.append(value);
		}
		else {
			writeString(value.toString());
		}
		return this;
	}

	@SuppressWarnings("unchecked")
	private void writeMap(Map<?, ?> map, String line) {
		String separator = "{";
		for (Map.Entry<String, @Nullable Object> entry : ((Map<String, @Nullable Object>) map).entrySet()) {
			if (this.shown.test(entry)) {
				this.text.append(separator).append(line).append(INDENT);
				writeString(entry.getKey());
				this.text.append(": ");
				write(entry.getValue(), line + INDENT);
				separator = ",";
			}
		}
		this.text.append("{".equals(separator) ? "{}" : line + "}");
	}

	private void writeList(Iterable<?> elements, String line) {
		Iterator<?> iterator = elements.iterator();
		if (!iterator.hasNext()) {
			this.text.append("[]");
			return;
		}
		String separator = "[";
		while (iterator.hasNext()) {
			this.text.append(separator).append(line).append(INDENT);
			write(iterator.next(), line + INDENT);
			separator = ",";
		}
		this.text.append(line).append(']');
	}

	private void writeString(String string) {
		this.text.append(quote(string));
	}

	/**
	 * Return a text as JSON writes it, which is also a way to write it in YAML.
	 * @param string any text
	 * @return the text in double quotes
	 */
	static String quote(String string) {
		StringBuilder quoted = new StringBuilder("\"");
		for (int i = 0; i < string.length(); i++) {
			char character = string.charAt(i);
			switch (character) {
				case '"' -> quoted.append("\\\"");
				case '\\' -> quoted.append("\\\\");
				case '\n' -> quoted.append("\\n");
				case '\r' -> quoted.append("\\r");
				case '\t' -> quoted.append("\\t");
				default -> quoted
					.append(isPlain(character) ? String.valueOf(character) : "\\u%04x".formatted((int) character));
			}
		}
		return quoted.append('"').toString();
	}

	private static boolean isPlain(char character) {
		return character >= ' ' && !Character.isISOControl(character) && !Character.isSurrogate(character)
				&& character != '\u2028' && character != '\u2029' && character != '\ufeff';
	}

}
