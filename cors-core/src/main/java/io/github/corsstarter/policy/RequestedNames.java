package io.github.corsstarter.policy;

import java.util.List;

import io.github.corsstarter.policy.fetch.HttpToken;

/**
 * Goes through the names in a comma-separated header, empty elements left out, without a
 * copy of any.
 */
final class RequestedNames {

	private final List<String> lines;

	private int nextLine;

	private String line = "";

	private int start;

	private int end;

	private int nextStart = 1;

	RequestedNames(List<String> lines) {
		this.lines = lines;
	}

	/**
	 * Goes to the next name.
	 * @return {@code false} if there is none
	 */
	boolean next() {
		while (nextElement()) {
			while (this.start < this.end && isBlank(this.line.charAt(this.start))) {
				this.start++;
			}
			while (this.end > this.start && isBlank(this.line.charAt(this.end - 1))) {
				this.end--;
			}
			if (this.start < this.end) {
				return true;
			}
		}
		return false;
	}

	private boolean nextElement() {
		while (this.nextStart > this.line.length()) {
			if (this.nextLine == this.lines.size()) {
				return false;
			}
			this.line = this.lines.get(this.nextLine++);
			this.nextStart = 0;
		}
		int comma = this.line.indexOf(',', this.nextStart);
		this.start = this.nextStart;
		this.end = (comma >= 0) ? comma : this.line.length();
		this.nextStart = this.end + 1;
		return true;
	}

	private static boolean isBlank(char c) {
		return c == ' ' || c == '\t';
	}

	String name() {
		return this.line.substring(this.start, this.end);
	}

	boolean isToken() {
		return HttpToken.isToken(this.line, this.start, this.end);
	}

	boolean is(String name) {
		return name.length() == length() && name.regionMatches(true, 0, this.line, this.start, length());
	}

	/**
	 * Return whether the name is one of those that were appended.
	 * @param names names with a comma and a blank between them
	 * @return {@code true} if one of them is the same but for case
	 */
	boolean isIn(StringBuilder names) {
		for (int from = 0; from < names.length();) {
			int comma = names.indexOf(",", from);
			int to = (comma >= 0) ? comma : names.length();
			if (to - from == length() && isAt(names, from)) {
				return true;
			}
			from = to + 2;
		}
		return false;
	}

	private boolean isAt(StringBuilder names, int from) {
		for (int i = 0; i < length(); i++) {
			if (lowerCase(names.charAt(from + i)) != lowerCase(this.line.charAt(this.start + i))) {
				return false;
			}
		}
		return true;
	}

	private static char lowerCase(char c) {
		return (c >= 'A' && c <= 'Z') ? (char) (c + ('a' - 'A')) : c;
	}

	void appendTo(StringBuilder names) {
		names.append(this.line, this.start, this.end);
	}

	private int length() {
		return this.end - this.start;
	}

}
