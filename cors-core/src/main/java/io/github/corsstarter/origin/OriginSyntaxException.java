package io.github.corsstarter.origin;

import org.jspecify.annotations.Nullable;

/**
 * An entry of an allowlist is outside its syntax: where, why, and, where there is one
 * obvious correction, what was probably meant.
 */
public class OriginSyntaxException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String input;

	private final int position;

	private final @Nullable String suggestion;

	private final EntryKind suggestedKind;

	/**
	 * Create an exception.
	 * @param input the entry without surrounding blanks
	 * @param position the 0-based index in the input of the character at fault, or -1
	 * when the whole entry is meant
	 * @param message one sentence that says why, ending with a dot
	 * @param suggestion the entry in full that was probably meant, or {@code null} when
	 * there is no single obvious one
	 * @param suggestedKind the kind of entry that the suggestion is meant as
	 */
	public OriginSyntaxException(String input, int position, String message, @Nullable String suggestion,
			EntryKind suggestedKind) {
		super(message);
		this.input = input;
		this.position = position;
		this.suggestion = suggestion;
		this.suggestedKind = suggestedKind;
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
	 * Return what was probably meant. Nothing is known about it: it may be refused in
	 * turn, and accept the origins of anyone.
	 * @return an entry in full of the {@linkplain #suggestedKind() suggested kind}, or
	 * {@code null} when there is no single obvious one
	 */
	public @Nullable String suggestion() {
		return this.suggestion;
	}

	/**
	 * Return what the suggestion is meant as.
	 * @return a kind of entry, perhaps another than that of the entry that was refused
	 */
	public EntryKind suggestedKind() {
		return this.suggestedKind;
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
