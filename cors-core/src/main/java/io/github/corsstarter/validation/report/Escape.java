package io.github.corsstarter.validation.report;

/**
 * Makes configured text safe to print: nothing in it can begin a new line, move the
 * cursor or change the direction of writing.
 */
public final class Escape {

	private Escape() {
	}

	/**
	 * Replaces characters that are not to be printed.
	 * @param text any text
	 * @return the text with such characters in the notation of Java, the same when
	 * applied twice
	 */
	public static String escape(String text) {
		StringBuilder escaped = new StringBuilder(text.length());
		text.chars().forEach((c) -> {
			if (isPrintable(c)) {
				escaped.append((char) c);
			}
			else {
				escaped.append("\\u%04x".formatted(c));
			}
		});
		return escaped.toString();
	}

	private static boolean isPrintable(int c) {
		return switch (Character.getType(c)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
			default -> true;
		};
	}

}
