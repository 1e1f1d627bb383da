package io.github.corsstarter.comparison.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON strictly (RFC 8259), to a bounded depth and length, and remembers where each
 * value stands.
 */
final class JsonReader {

	private static final int MAX_LENGTH = 32_000_000;

	private static final int MAX_DEPTH = 8;

	private static final char END = '\uFFFF';

	/** Some editors put it at the beginning. */
	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final String text;

	private int position;

	private int depth;

	private JsonReader(String text) {
		this.text = text;
	}

	/**
	 * Read a document.
	 * @param text the document
	 * @return its only value
	 * @throws SnapshotSyntaxException if it is no JSON, or too long or too deep
	 */
	static JsonNode read(String text) throws SnapshotSyntaxException {
		JsonReader reader = new JsonReader(text);
		if (text.length() > MAX_LENGTH) {
			throw reader.fault(0, "The file has more than " + MAX_LENGTH + " characters.");
		}
		reader.skip(BYTE_ORDER_MARK);
		JsonNode value = reader.readValue();
		reader.skipBlanks();
		if (reader.position < text.length()) {
			throw reader.fault(reader.position, "There is text after the end of the snapshot.");
		}
		return value;
	}

	private JsonNode readValue() throws SnapshotSyntaxException {
		skipBlanks();
		int start = this.position;
		Object value = switch (peek()) {
			case '{' -> readObject();
			case '[' -> readArray();
			case '"' -> readString();
			case 't', 'f' -> readBoolean();
			case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> readNumber();
			case 'n' -> throw fault(start, "A snapshot has no null; what is absent is left out.");
			case END -> throw fault(start, "The file ends too early.");
			default -> throw fault(start, "This is not JSON.");
		};
		return new JsonNode(this.text, start, value);
	}

	private Map<String, JsonNode> readObject() throws SnapshotSyntaxException {
		Map<String, JsonNode> members = new LinkedHashMap<>();
		enter();
		if (!skip('}')) {
			do {
				skipBlanks();
				int start = this.position;
				if (peek() != '"') {
					throw unexpected("A name in double quotes");
				}
				String name = readString();
				if (!skip(':')) {
					throw unexpected("A colon");
				}
				if (members.put(name, readValue()) != null) {
					throw fault(start, "The name " + JsonWriter.write(name) + " occurs twice.");
				}
			}
			while (skip(','));
			if (!skip('}')) {
				throw unexpected("A comma or a }");
			}
		}
		this.depth--;
		return members;
	}

	private List<JsonNode> readArray() throws SnapshotSyntaxException {
		List<JsonNode> elements = new ArrayList<>();
		enter();
		if (!skip(']')) {
			do {
				elements.add(readValue());
			}
			while (skip(','));
			if (!skip(']')) {
				throw unexpected("A comma or a ]");
			}
		}
		this.depth--;
		return elements;
	}

	private void enter() throws SnapshotSyntaxException {
		if (++this.depth > MAX_DEPTH) {
			throw fault(this.position, "Values are nested more than " + MAX_DEPTH + " deep.");
		}
		this.position++;
	}

	private String readString() throws SnapshotSyntaxException {
		int start = this.position++;
		StringBuilder string = new StringBuilder();
		while (peek() != '"') {
			char c = peek();
			if (this.position >= this.text.length() || c == '\n' || c == '\r') {
				throw fault(start, "This text has no closing quote.");
			}
			if (c < ' ') {
				throw fault(this.position, "A text has no control characters.");
			}
			this.position++;
			string.append((c == '\\') ? readEscape() : c);
		}
		this.position++;
		return string.toString();
	}

	private char readEscape() throws SnapshotSyntaxException {
		char c = peek();
		this.position++;
		return switch (c) {
			case '"', '\\', '/' -> c;
			case 'b' -> '\b';
			case 'f' -> '\f';
			case 'n' -> '\n';
			case 'r' -> '\r';
			case 't' -> '\t';
			case 'u' -> readCodeUnit();
			default -> throw fault(this.position - 2, "JSON has no such escape.");
		};
	}

	private char readCodeUnit() throws SnapshotSyntaxException {
		int unit = 0;
		for (int i = 0; i < 4; i++) {
			char c = peek();
			int digit = (c < 0x80) ? Character.digit(c, 16) : -1;
			if (digit < 0) {
				throw fault(this.position, "\\u is followed by four hexadecimal digits.");
			}
			unit = unit * 16 + digit;
			this.position++;
		}
		return (char) unit;
	}

	private Boolean readBoolean() throws SnapshotSyntaxException {
		boolean value = peek() == 't';
		String word = String.valueOf(value);
		if (!this.text.startsWith(word, this.position)) {
			throw fault(this.position, "This is not JSON.");
		}
		this.position += word.length();
		return value;
	}

	/**
	 * Numbers of a snapshot are small and whole.
	 */
	private Integer readNumber() throws SnapshotSyntaxException {
		int start = this.position;
		while ("+-.eE0123456789".indexOf(peek()) >= 0) {
			this.position++;
		}
		String number = this.text.substring(start, this.position);
		if (!number.matches("0|[1-9][0-9]{0,8}")) {
			throw fault(start, "Numbers in a snapshot are whole and have at most nine digits.");
		}
		return Integer.valueOf(number);
	}

	private void skipBlanks() {
		while (" \t\r\n".indexOf(peek()) >= 0) {
			this.position++;
		}
	}

	private boolean skip(char expected) {
		skipBlanks();
		boolean found = peek() == expected;
		this.position += found ? 1 : 0;
		return found;
	}

	private char peek() {
		return (this.position < this.text.length()) ? this.text.charAt(this.position) : END;
	}

	private SnapshotSyntaxException unexpected(String expected) {
		return (this.position < this.text.length()) ? fault(this.position, expected + " is missing here.")
				: fault(this.position, "The file ends too early.");
	}

	private SnapshotSyntaxException fault(int at, String message) {
		return new JsonNode(this.text, at, "").fault(message);
	}

}
