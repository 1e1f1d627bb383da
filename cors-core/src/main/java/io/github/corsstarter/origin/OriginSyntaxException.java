package io.github.corsstarter.origin;

import org.jspecify.annotations.Nullable;

/**
 * Tells that a configured origin, pattern or regular expression is outside its syntax:
 * where, why, and, where there is one obvious correction, what to write instead.
 */
public class OriginSyntaxException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String input;

	private final int position;

	private final @Nullable String suggestion;

	/**
	 * Create an exception.
	 * @param input the entry without surrounding blanks
	 * @param position the 0-based index in the input of the character at fault, or -1
	 * when the whole entry is meant
	 * @param message one sentence that says why, ending with a dot
	 * @param suggestion the corrected entry in full, or {@code null} when there is no
	 * single obvious correction
	 */
	public OriginSyntaxException(String input, int position, String message, @Nullable String suggestion) {
		super(message);
		this.input = input;
		this.position = position;
		this.suggestion = suggestion;
	}

	/**
	 * Return the entry that was refused.
	 * @return the entry as it was written, without surrounding blanks
	 */
	public String input() {
		return this.input;
	}

	/**
	 * Return where the entry is at fault.
	 * @return a 0-based index into {@link #input()}, which may be its length when
	 * something is missing at the end, or -1 when the whole entry is meant
	 */
	public int position() {
		return this.position;
	}

	/**
	 * Return what to write instead: an entry of the same kind or, where the message says
	 * so, one of {@code allowed-origin-regexes}. A pattern or a regular expression is
	 * only offered when it is proven that each branch of it accepts origins of one owner.
	 * @return the corrected entry in full, or {@code null} when there is no single
	 * obvious correction
	 */
	public @Nullable String suggestion() {
		return this.suggestion;
	}

	/**
	 * Return the message with the entry below it and, where the position is known, a
	 * caret under the character at fault.
	 * @return two or three lines without a line break at the end
	 */
	public String toDetailedString() {
		StringBuilder detailed = new StringBuilder(getMessage()).append('\n').append(this.input);
		if (this.position >= 0) {
			detailed.append('\n').append(" ".repeat(this.position)).append('^');
		}
		return detailed.toString();
	}

}
