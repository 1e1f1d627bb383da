package io.github.corsstarter.validation.source;

import org.jspecify.annotations.Nullable;

/**
 * An answer that lets a page read which no API should answer without a reason.
 *
 * @param to which kind of page
 * @param credentials whether with the credentials of its visitor
 * @param path the path that was asked for
 * @param origin the origin of the page
 * @param answer the answer
 */
public record Exposure(To to, boolean credentials, String path, String origin, Answer answer) {

	/**
	 * Looks at an answer.
	 * @param to which kind of page was asked for
	 * @param path the path that was asked for
	 * @param origin the origin of the page
	 * @param answer the answer
	 * @return the exposure, or {@code null} if the page may not read the answer
	 */
	public static @Nullable Exposure of(To to, String path, String origin, Answer answer) {
		return answer.allows(origin) ? new Exposure(to, answer.allowsWithCredentials(origin), path, origin, answer)
				: null;
	}

	/**
	 * Whose page.
	 */
	public enum To {

		/** A page of nobody in particular, which stands for everybody's. */
		ANYBODY,

		/** A page without an origin. */
		NULL,

		/** A page of the visitor's own machine. */
		LOCALHOST,

		/** A page that anybody on the way to the visitor can change. */
		PLAIN_HTTP

	}

}
