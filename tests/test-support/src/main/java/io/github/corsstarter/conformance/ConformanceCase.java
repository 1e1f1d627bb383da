package io.github.corsstarter.conformance;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

import io.github.corsstarter.wire.HttpHeader;
import io.github.corsstarter.wire.ResponseHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A request and the answer to it.
 *
 * @param name what the case shows
 * @param method the request's method
 * @param target the request target, as it is sent
 * @param arrives scheme, host and port under which the request reaches the application
 * @param headers the request's header lines
 * @param outcome what becomes of the request
 * @param reason of a rejection
 * @param status of the response
 * @param response the CORS headers of the response and {@code Vary}, names of any case
 * @param bodyContains what the body of a rejection holds
 * @param application what the application does on its own
 * @param notOn the targets the case cannot be put to, each with the reason
 */
public record ConformanceCase(String name, String method, String target, URI arrives, List<HttpHeader> headers,
		Outcome outcome, @Nullable String reason, int status, SortedMap<String, String> response,
		List<String> bodyContains, Application application, Map<String, String> notOn) {

	/**
	 * The lines of a request header.
	 * @param name the name, of any case
	 * @return the values in the order in which they are sent
	 */
	public List<String> lines(String name) {
		return this.headers.stream().filter((header) -> header.is(name)).map(HttpHeader::value).toList();
	}

	public boolean isBodiless() {
		return "HEAD".equals(this.method);
	}

	public Stream<String> vary() {
		return ResponseHeaders.tokens(Stream.ofNullable(this.response.get("Vary")));
	}

	@Override
	public String toString() {
		return this.name;
	}

	/**
	 * What becomes of a request.
	 */
	public enum Outcome {

		NOT_GOVERNED, NO_ORIGIN, SAME_ORIGIN, NAVIGATION, ALLOWED, PREFLIGHT, EXPLAINED, REJECTED;

		public boolean callsApplication() {
			return compareTo(ALLOWED) <= 0;
		}

	}

	/**
	 * What the application does on its own.
	 *
	 * @param clears whether it drops what the response has so far
	 * @param adds the header lines it adds to the response
	 * @param answers the status it answers with
	 * @param fails the message of the exception it throws, or {@code null} if it throws
	 * none
	 */
	public record Application(boolean clears, List<HttpHeader> adds, int answers, @Nullable String fails) {

		public static final Application PLAIN = new Application(false, List.of(), 200, null);

		public int status() {
			return (this.fails != null) ? 500 : this.answers;
		}

	}

}
