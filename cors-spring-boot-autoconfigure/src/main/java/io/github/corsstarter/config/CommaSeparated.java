package io.github.corsstarter.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Text whose elements are separated by commas, as in a scalar value or an environment
 * variable. A comma within brackets, braces or parentheses belongs to a port list, a
 * quantifier, a group or a path variable, and separates nothing.
 */
final class CommaSeparated {

	private static final String OPENING = "[{(";

	private static final String CLOSING = "]})";

	private CommaSeparated() {
	}

	/**
	 * Splits a text into its elements.
	 * @param text any text
	 * @return the elements without surrounding blanks, in order, none of them blank
	 */
	static List<String> split(String text) {
		List<String> elements = new ArrayList<>();
		Deque<Character> open = new ArrayDeque<>();
		int start = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == ',' && open.isEmpty()) {
				add(elements, text.substring(start, i));
				start = i + 1;
			}
			else if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) != ',') {
				i++;
			}
			else {
				track(open, c);
			}
		}
		add(elements, text.substring(start));
		return elements;
	}

	private static void track(Deque<Character> open, char c) {
		int opening = OPENING.indexOf(c);
		Character closing = open.peek();
		if (closing != null && closing == c) {
			open.pop();
		}
		else if (opening >= 0 && (closing == null || closing != ']')) {
			// Within a character class the other brackets are ordinary characters
			open.push(CLOSING.charAt(opening));
		}
	}

	private static void add(List<String> elements, String element) {
		String stripped = element.strip();
		if (!stripped.isEmpty()) {
			elements.add(stripped);
		}
	}

}
