package io.github.corsstarter.policy.fetch;

import java.util.Locale;
import java.util.Set;

/**
 * The request methods of the Fetch standard.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#methods">Fetch standard, Methods</a>
 */
public final class FetchMethod {

	private static final Set<String> STANDARD = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");

	private static final Set<String> SAFELISTED = Set.of("GET", "HEAD", "POST");

	private static final Set<String> FORBIDDEN = Set.of("CONNECT", "TRACE", "TRACK");

	private FetchMethod() {
	}

	/**
	 * Return a method as a browser sends it.
	 * @param method the method as a script names it
	 * @return the upper-case spelling, but {@code patch} and all that the standard does
	 * not know as they are
	 */
	public static String sent(String method) {
		String normalized = normalize(method);
		return normalized.equals("PATCH") ? method : normalized;
	}

	/**
	 * Brings a configured method into the spelling that browsers send. Unlike the Fetch
	 * standard this includes {@code PATCH}, which a browser sends as the script spelled
	 * it, because nobody means the lower-case method.
	 * @param method a configured method
	 * @return the upper-case spelling of a standard method, any other method as it is
	 */
	public static String normalize(String method) {
		String upperCase = method.toUpperCase(Locale.ROOT);
		return STANDARD.contains(upperCase) ? upperCase : method;
	}

	/**
	 * Return whether a page may send a method to any server without asking first.
	 * @param method a method as browsers send it
	 * @return {@code true} for {@code GET}, {@code HEAD} and {@code POST}
	 */
	public static boolean isSafelisted(String method) {
		return SAFELISTED.contains(method);
	}

	/**
	 * Return whether browsers refuse to send a method, whatever its case.
	 * @param method a method
	 * @return {@code true} for {@code CONNECT}, {@code TRACE} and {@code TRACK}
	 */
	public static boolean isForbidden(String method) {
		return FORBIDDEN.contains(method) || FORBIDDEN.contains(method.toUpperCase(Locale.ROOT));
	}

}
