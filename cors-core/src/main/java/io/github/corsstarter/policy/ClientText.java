package io.github.corsstarter.policy;

/**
 * Text that a client chose, made safe to show: in a log, in an answer, to an operator.
 */
public final class ClientText {

	private static final int MAX_LENGTH = 512;

	private ClientText() {
	}

	/**
	 * Escapes everything but printable ASCII, so that no text can forge a line, hide a
	 * part of itself or drive a terminal. What is longer than 512 characters is cut off.
	 * @param text the text
	 * @return the text with each other character as a backslash, {@code u} and four
	 * hexadecimal digits
	 */
	public static String printable(String text) {
		if (text.length() <= MAX_LENGTH && isPrintable(text)) {
			return text;
		}
		StringBuilder printable = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			String escaped = isPrintable(c) ? String.valueOf(c) : "\\u%04x".formatted((int) c);
			if (printable.length() + escaped.length() > MAX_LENGTH) {
				break;
			}
			printable.append(escaped);
		}
		return printable.toString();
	}

	private static boolean isPrintable(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (!isPrintable(text.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isPrintable(char c) {
		return c >= ' ' && c < 0x7f;
	}

}
