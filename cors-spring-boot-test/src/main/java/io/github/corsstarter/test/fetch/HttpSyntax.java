package io.github.corsstarter.test.fetch;

import java.util.Locale;

/**
 * The bytes that HTTP allows at each place.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6">RFC 9110, common
 * rules for defining field values</a>
 */
final class HttpSyntax {

	private static final String SEPARATORS = "\"(),/:;<=>?@[\\]{}";

	private HttpSyntax() {
	}

	static boolean isToken(String text) {
		return !text.isEmpty() && text.chars().allMatch((c) -> c > 0x20 && c < 0x7F && SEPARATORS.indexOf(c) < 0);
	}

	/**
	 * Return the value without the white space around it.
	 * @param value the value
	 * @return the normalized value
	 */
	static String normalize(String value) {
		int start = 0;
		int end = value.length();
		while (start < end && isWhitespace(value.charAt(start))) {
			start++;
		}
		while (end > start && isWhitespace(value.charAt(end - 1))) {
			end--;
		}
		return value.substring(start, end);
	}

	/**
	 * Return whether a normalized value can be sent: no line ends, and no characters that
	 * are no bytes.
	 * @param value the value
	 * @return whether it is a header value
	 */
	static boolean isHeaderValue(String value) {
		return value.chars().allMatch((c) -> c != 0 && c != '\r' && c != '\n' && c <= 0xFF);
	}

	static String lowerCase(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

	private static boolean isWhitespace(char c) {
		return c == ' ' || c == '\t' || c == '\r' || c == '\n';
	}

}
