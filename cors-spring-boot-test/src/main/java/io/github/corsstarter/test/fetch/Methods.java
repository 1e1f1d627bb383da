package io.github.corsstarter.test.fetch;

import java.util.Locale;
import java.util.Set;

/**
 * What is special about some methods.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#methods">Fetch standard, methods</a>
 */
final class Methods {

	private static final Set<String> NORMALIZED = Set.of("DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT");

	private static final Set<String> SAFELISTED = Set.of("GET", "HEAD", "POST");

	private static final Set<String> FORBIDDEN = Set.of("CONNECT", "TRACE", "TRACK");

	private Methods() {
	}

	/**
	 * Return the method as it is sent: {@code get} becomes {@code GET}, and {@code patch}
	 * stays.
	 * @param method the method that a script names
	 * @return the normalized method
	 */
	static String normalize(String method) {
		String upperCase = method.toUpperCase(Locale.ROOT);
		return NORMALIZED.contains(upperCase) ? upperCase : method;
	}

	static boolean isSafelisted(String method) {
		return SAFELISTED.contains(method);
	}

	static boolean isForbidden(String method) {
		return FORBIDDEN.contains(method.toUpperCase(Locale.ROOT));
	}

	static boolean hasBody(String method) {
		return !method.equals("GET") && !method.equals("HEAD");
	}

}
