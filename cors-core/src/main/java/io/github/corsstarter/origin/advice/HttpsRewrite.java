package io.github.corsstarter.origin.advice;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Writes https wherever a regular expression accepts http.
 */
final class HttpsRewrite {

	/** Whatever is http or https in the notations people use. */
	private static final String HTTP = "(?:\\((?:\\?:)?https?\\??(?:\\|https?\\??)++\\)"
			+ "|http(?:\\((?:\\?:)?\\|?s\\|?\\)\\??|\\[s]\\??|s[?*])?)";

	/** A scheme before the slashes, or at the start before the colon or a wildcard. */
	private static final Pattern SCHEME = Pattern.compile("(?<![a-z0-9+.\\\\/-])" + HTTP
			+ "(?=\\)?\\\\?:(?:\\)\\??)?\\\\?/)" + "|(?<=^\\^?\\(?|\\|\\^)" + HTTP + "(?=\\)?\\\\?:|\\.[*+])");

	private static final Pattern ANY_SCHEME = Pattern.compile("(?<=^\\^?)\\.[*+](?=\\\\?:)");

	private static final Pattern OPTIONAL_SCHEME = Pattern.compile("\\((https:(?:\\\\?/){2})\\)\\?");

	private static final Pattern NO_SCHEME = Pattern.compile("^(\\^?)(?=\\(?\\.[*+])");

	private HttpsRewrite() {
	}

	/**
	 * Correct an expression.
	 * @param regex a regular expression that accepts http origins
	 * @param advisor vets what is proposed
	 * @return one that may be proposed and accepts none of a public host, or {@code null}
	 * when there is none
	 */
	static @Nullable String of(String regex, Advisor advisor) {
		String secure = SCHEME.matcher(regex).replaceAll("https");
		for (String candidate : List.of(secure, OPTIONAL_SCHEME.matcher(secure).replaceAll("$1"),
				ANY_SCHEME.matcher(secure).replaceFirst("https"),
				NO_SCHEME.matcher(secure).replaceFirst("$1https://"))) {
			String proposal = candidate.equals(regex) ? null : advisor.regex(candidate);
			if (proposal != null && advisor.isSecure(proposal)) {
				return proposal;
			}
		}
		return null;
	}

}
