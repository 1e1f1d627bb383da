package io.github.corsstarter.policy.text;

import java.util.function.IntPredicate;

/**
 * Makes text safe to print: nothing in it can begin a new line, move the cursor or change
 * the direction of writing.
 */
public final class Escape {

	private Escape() {
	}

	/**
	 * Replace what is not to be printed in configured text.
	 * @param text any text
	 * @return the text with such characters in the notation of Java, the same when
	 * applied twice
	 */
	public static String escape(String text) {
		return escape(text, Escape::isPrintable, Integer.MAX_VALUE);
	}

	/**
	 * Replace characters, up to a length that the result does not exceed.
	 */
	static String escape(String text, IntPredicate printable, int maxLength) {
		if (text.length() <= maxLength && text.chars().allMatch(printable)) {
			return text;
		}
		StringBuilder escaped = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			String shown = printable.test(c) ? String.valueOf(c) : "\\u%04x".formatted((int) c);
			if (escaped.length() > maxLength - shown.length()) {
				break;
			}
			escaped.append(shown);
		}
		return escaped.toString();
	}

	private static boolean isPrintable(int c) {
		return switch (Character.getType(c)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
			default -> true;
		};
	}

}
