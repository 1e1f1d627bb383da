package io.github.corsstarter.comparison.snapshot;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Writes JSON with one member or element a line, indented by two blanks; what is empty
 * stays on its line. Lines end with a line feed.
 */
public final class JsonWriter {

	private static final String INDENT = "  ";

	private final StringBuilder text = new StringBuilder();

	private String indent;

	private JsonWriter(int depth) {
		this.indent = INDENT.repeat(depth);
	}

	/**
	 * Write a value.
	 * @param value a map, a collection, a string, a number or a boolean; within a map or
	 * a collection {@code null} as well
	 * @return the value as a document of its own, without a line feed at its end
	 */
	public static String write(Object value) {
		return write(value, 0);
	}

	/**
	 * Write a value as it stands within another.
	 * @param value a map, a collection, a string, a number or a boolean; within a map or
	 * a collection {@code null} as well
	 * @param depth how many values it stands in
	 * @return the value, its first line without indentation
	 */
	static String write(Object value, int depth) {
		JsonWriter writer = new JsonWriter(depth);
		writer.append(value);
		return writer.text.toString();
	}

	private void append(@Nullable Object value) {
		if (value instanceof Map<?, ?> object) {
			append(object.entrySet(), '{', '}');
		}
		else if (value instanceof Collection<?> array) {
			append(array, '[', ']');
		}
		else if (value instanceof Map.Entry<?, ?> member) {
			appendString(String.valueOf(member.getKey()));
			this.text.append(": ");
			append(member.getValue());
		}
		else if (value == null || value instanceof Number || value instanceof Boolean) {
			this.text.append(value);
		}
		else {
			appendString(value.toString());
		}
	}

	private void append(Collection<?> parts, char open, char close) {
		this.text.append(open);
		String outer = this.indent;
		this.indent += INDENT;
		Iterator<?> iterator = parts.iterator();
		while (iterator.hasNext()) {
			this.text.append('\n').append(this.indent);
			append(iterator.next());
			this.text.append(iterator.hasNext() ? "," : "");
		}
		this.indent = outer;
		this.text.append(parts.isEmpty() ? "" : "\n" + outer).append(close);
	}

	private void appendString(String value) {
		this.text.append('"');
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			switch (c) {
				case '"', '\\' -> this.text.append('\\').append(c);
				case '\n' -> this.text.append("\\n");
				case '\r' -> this.text.append("\\r");
				case '\t' -> this.text.append("\\t");
				default -> {
					if (Character.isISOControl(c) || isInvisible(value, i)) {
						this.text.append("\\u%04x".formatted((int) c));
					}
					else {
						this.text.append(c);
					}
				}
			}
		}
		this.text.append('"');
	}

	/**
	 * What a reviewer cannot see, or sees in another order, is written by its number; so
	 * is half of a character, which no encoding has.
	 */
	private static boolean isInvisible(String value, int index) {
		char c = value.charAt(index);
		if (Character.isSurrogate(c)) {
			boolean first = index + 1 < value.length() && Character.isSurrogatePair(c, value.charAt(index + 1));
			boolean second = index > 0 && Character.isSurrogatePair(value.charAt(index - 1), c);
			return !first && !second;
		}
		int type = Character.getType(c);
		return type == Character.FORMAT || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
	}

}
