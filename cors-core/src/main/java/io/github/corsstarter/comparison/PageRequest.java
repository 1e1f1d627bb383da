package io.github.corsstarter.comparison;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What a page does.
 *
 * @param path the path within the application, encoded as in a URL
 * @param origin the origin of the page; {@code null} where it is one of an origin source,
 * which is not part of a snapshot
 * @param method the method
 * @param headers the request headers that the page sets
 * @param credentials whether cookies and the like are sent
 * @param exposedHeaders the response headers that the page reads
 * @param mode how the page sends it
 */
public record PageRequest(String path, @Nullable String origin, String method, List<String> headers,
		boolean credentials, List<String> exposedHeaders, Mode mode) {

	public PageRequest {
		headers = List.copyOf(headers);
		exposedHeaders = List.copyOf(exposedHeaders);
	}

	/**
	 * How a page sends a request.
	 */
	public enum Mode {

		/** By a script that reads the response. */
		CORS,

		/** By a form, which takes the browser to the response. */
		NAVIGATE;

		/**
		 * Return the mode as the Fetch standard writes it.
		 */
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
