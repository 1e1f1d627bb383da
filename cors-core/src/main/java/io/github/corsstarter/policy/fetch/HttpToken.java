package io.github.corsstarter.policy.fetch;

/**
 * The {@code token} of HTTP: what a method or a header name must be.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-tokens">RFC 9110, section
 * 5.6.2</a>
 */
public final class HttpToken {

	private static final String DELIMITERS = "\"(),/:;<=>?@[\\]{}";

	private static final boolean[] TOKEN_CHARACTERS = tokenCharacters();

	private HttpToken() {
	}

	private static boolean[] tokenCharacters() {
		boolean[] characters = new boolean[0x7f];
		for (char c = '!'; c < characters.length; c++) {
			characters[c] = DELIMITERS.indexOf(c) < 0;
		}
		return characters;
	}

	/**
	 * Return whether the value is a token.
	 * @param value any text
	 * @return {@code true} if it is not empty and has token characters only
	 */
	public static boolean isToken(String value) {
		return isToken(value, 0, value.length());
	}

	/**
	 * Return whether a part of a text is a token.
	 * @param text any text
	 * @param start where the part begins
	 * @param end where it ends
	 * @return whether it is not empty and has token characters only
	 */
	public static boolean isToken(String text, int start, int end) {
		for (int i = start; i < end; i++) {
			char c = text.charAt(i);
			if (c >= TOKEN_CHARACTERS.length || !TOKEN_CHARACTERS[c]) {
				return false;
			}
		}
		return start < end;
	}

}
