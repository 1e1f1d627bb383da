package io.github.corsstarter.validation.source;

import java.util.Map;

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

	private static final int FAILED = 500;

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
	 * Makes an exposure of an exception: Spring refuses to answer anybody with
	 * credentials if {@code *} stands among exact origins, and fails every request in
	 * place of that.
	 * @param path the path that was asked for
	 * @param origin the origin of the page
	 * @return what the component is configured to answer, with the answer in its place
	 */
	public static Exposure refused(String path, String origin) {
		return new Exposure(To.ANYBODY, true, path, origin, new Answer(FAILED, Map.of(), false));
	}

	/**
	 * Return whether the page is not answered although it is meant to be.
	 * @return {@code true} if Spring refuses to
	 */
	public boolean isRefused() {
		return !this.answer.allows(this.origin);
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
