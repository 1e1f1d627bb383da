package io.github.corsstarter.policy.text;

/**
 * Text that a client chose, made safe to show: in a log, in an answer, to an operator.
 */
public final class ClientText {

	private static final int MAX_LENGTH = 512;

	private ClientText() {
	}

	/**
	 * Escape everything but printable ASCII, so that no text can forge a line, hide a
	 * part of itself or drive a terminal. What is longer than 512 characters is cut off.
	 * @param text the text
	 * @return the text with each other character as a backslash, {@code u} and four
	 * hexadecimal digits
	 */
	public static String printable(String text) {
		return Escape.escape(text, (c) -> c >= ' ' && c < 0x7f, MAX_LENGTH);
	}

}
