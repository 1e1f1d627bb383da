package io.github.corsstarter.comparison.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON document, and where it stands.
 */
final class JsonNode {

	/** So that a message stays readable. */
	private static final int MAX_QUOTED = 200;

	private final String text;

	private final int start;

	private final Object value;

	/**
	 * Create a value.
	 * @param text the whole document
	 * @param start where the value begins
	 * @param value a map or a list of nodes, a string, an integer or a boolean
	 */
	JsonNode(String text, int start, Object value) {
		this.text = text;
		this.start = start;
		this.value = value;
	}

	/**
	 * Return the members of an object.
	 * @param known the names that it may have
	 * @return the members
	 * @throws SnapshotSyntaxException if it is no object or has another name
	 */
	Map<String, JsonNode> members(Set<String> known) throws SnapshotSyntaxException {
		Map<String, JsonNode> members = members();
		for (Map.Entry<String, JsonNode> member : members.entrySet()) {
			if (!known.contains(member.getKey())) {
				throw member.getValue().fault("A snapshot of format 1 has no " + quoted(member.getKey()) + " here.");
			}
		}
		return members;
	}

	/**
	 * Return the members of an object, whatever their names.
	 * @return the members
	 * @throws SnapshotSyntaxException if it is no object
	 */
	@SuppressWarnings("unchecked")
	Map<String, JsonNode> members() throws SnapshotSyntaxException {
		return (Map<String, JsonNode>) as(Map.class, "an object in { }");
	}

	/**
	 * Return a member that has to be there.
	 * @param name the name of the member
	 * @return the member
	 * @throws SnapshotSyntaxException if there is none
	 */
	JsonNode member(String name) throws SnapshotSyntaxException {
		JsonNode member = members().get(name);
		if (member == null) {
			throw fault(quoted(name) + " is missing here.");
		}
		return member;
	}

	@SuppressWarnings("unchecked")
	List<JsonNode> elements() throws SnapshotSyntaxException {
		return (List<JsonNode>) as(List.class, "a list in [ ]");
	}

	/**
	 * Return a list of texts, each checked where it stands.
	 * @param check returns the text as it is understood, or throws
	 * @return the texts
	 * @throws SnapshotSyntaxException if it is no list of texts, or one is refused
	 */
	List<String> strings(Check check) throws SnapshotSyntaxException {
		List<String> strings = new ArrayList<>();
		for (JsonNode element : elements()) {
			strings.add(element.string(check));
		}
		return strings;
	}

	String string() throws SnapshotSyntaxException {
		return as(String.class, "a text");
	}

	/**
	 * Return a text, checked where it stands.
	 * @param check returns the text as it is understood, or throws
	 * @return the text
	 * @throws SnapshotSyntaxException if it is no text or is refused
	 */
	String string(Check check) throws SnapshotSyntaxException {
		String string = string();
		try {
			return check.checked(string);
		}
		catch (RuntimeException ex) {
			throw fault(quoted(string) + " is not allowed here: " + ex.getMessage());
		}
	}

	/**
	 * Return one of some words.
	 * @param words the words
	 * @return the word
	 * @throws SnapshotSyntaxException if it is none of them
	 */
	String word(List<String> words) throws SnapshotSyntaxException {
		String word = string();
		if (!words.contains(word)) {
			throw fault(quoted(word) + " is not one of " + String.join(", ", words) + ".");
		}
		return word;
	}

	int integer() throws SnapshotSyntaxException {
		return as(Integer.class, "a number");
	}

	boolean bool() throws SnapshotSyntaxException {
		return as(Boolean.class, "true or false");
	}

	private <T> T as(Class<T> type, String expected) throws SnapshotSyntaxException {
		if (!type.isInstance(this.value)) {
			throw fault("Expected " + expected + ".");
		}
		return type.cast(this.value);
	}

	SnapshotSyntaxException fault(String message) {
		int line = 1;
		int lineStart = 0;
		for (int i = 0; i < this.start; i++) {
			if (this.text.charAt(i) == '\n') {
				line++;
				lineStart = i + 1;
			}
		}
		return new SnapshotSyntaxException(line, this.start - lineStart + 1, message);
	}

	private static String quoted(@Nullable String text) {
		String quoted = JsonWriter.write(String.valueOf(text));
		return (quoted.length() > MAX_QUOTED) ? quoted.substring(0, MAX_QUOTED) + "…" : quoted;
	}

	/**
	 * Understands a text.
	 */
	@FunctionalInterface
	interface Check {

		/**
		 * Return the text as it is understood.
		 * @param text any text
		 * @return the text in its normalised spelling
		 */
		String checked(String text);

	}

}
