package io.github.corsstarter.policy;

import java.util.List;
import java.util.stream.Stream;

/**
 * The names of the CORS headers.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch standard, CORS
 * protocol</a>
 */
public final class CorsHeaders {

	/** The request header that names the origin a request comes from. */
	public static final String ORIGIN = "Origin";

	/** The request header in which a preflight announces the method. */
	public static final String REQUEST_METHOD = "Access-Control-Request-Method";

	/** The request header in which a preflight announces the header names. */
	public static final String REQUEST_HEADERS = "Access-Control-Request-Headers";

	/** The request header in which a browser says how far away the page is. */
	public static final String FETCH_SITE = "Sec-Fetch-Site";

	/** The request header in which a browser says what it wants the response for. */
	public static final String FETCH_MODE = "Sec-Fetch-Mode";

	/** The response header that names who may read the response. */
	public static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

	/** The response header that lets credentialed responses be read. */
	public static final String ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials";

	/** The response header that lists the readable response headers. */
	public static final String EXPOSE_HEADERS = "Access-Control-Expose-Headers";

	/** The response header that lists the methods a preflight allows. */
	public static final String ALLOW_METHODS = "Access-Control-Allow-Methods";

	/** The response header that lists the request headers a preflight allows. */
	public static final String ALLOW_HEADERS = "Access-Control-Allow-Headers";

	/** The response header that says how long a preflight may be cached. */
	public static final String MAX_AGE = "Access-Control-Max-Age";

	/** The response header that names who may read the timing of the response. */
	public static final String TIMING_ALLOW_ORIGIN = "Timing-Allow-Origin";

	/** The response header that names what a cached response depends on. */
	public static final String VARY = "Vary";

	/** Every CORS response header, in the order in which they are written. */
	public static final List<String> RESPONSE_HEADERS = List.of(ALLOW_ORIGIN, ALLOW_CREDENTIALS, EXPOSE_HEADERS,
			ALLOW_METHODS, ALLOW_HEADERS, MAX_AGE);

	/** The same, and {@code Timing-Allow-Origin} after them. */
	public static final List<String> RESPONSE_HEADERS_AND_TIMING = Stream
		.concat(RESPONSE_HEADERS.stream(), Stream.of(TIMING_ALLOW_ORIGIN))
		.toList();

	private CorsHeaders() {
	}

	/**
	 * Return whether a header is a CORS response header.
	 * @param name a header name of any case
	 * @return {@code true} if it is one of {@link #RESPONSE_HEADERS}
	 */
	public static boolean isResponseHeader(String name) {
		if (!name.regionMatches(true, 0, "Access-Control-", 0, 15)) {
			return false;
		}
		for (String header : RESPONSE_HEADERS) {
			if (header.equalsIgnoreCase(name)) {
				return true;
			}
		}
		return false;
	}

}
