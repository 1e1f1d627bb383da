package io.github.corsstarter.validation.source;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.corsstarter.policy.CorsHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What a component answered to a request that nobody sent. Immutable.
 *
 * @param status the status code
 * @param headers the CORS headers and {@code Vary}, several lines of one joined
 * @param passedOn whether the request was passed on to the next component
 */
public record Answer(int status, Map<String, String> headers, boolean passedOn) {

	/** The answer of a component that has nothing to say. */
	public static final Answer PASSED_ON = new Answer(200, Map.of(), true);

	public Answer {
		Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		copy.putAll(headers);
		headers = Collections.unmodifiableMap(copy);
	}

	/**
	 * Return whether a page may read the answer.
	 * @param origin the origin of the page
	 * @return {@code true} if the answer names the origin, or everybody
	 */
	public boolean allows(String origin) {
		String allowed = allowedOrigin();
		return origin.equals(allowed) || "*".equals(allowed);
	}

	/**
	 * Return whether a page may read the answer to a request with credentials.
	 * @param origin the origin of the page
	 * @return {@code true} if the answer names the origin and allows credentials
	 */
	public boolean allowsWithCredentials(String origin) {
		return origin.equals(allowedOrigin()) && "true".equals(this.headers.get(CorsHeaders.ALLOW_CREDENTIALS));
	}

	/**
	 * Return whether the component had anything to do with the request.
	 * @return {@code true} if it did not pass it on untouched
	 */
	public boolean isOfInterest() {
		return !this.passedOn || allowedOrigin() != null;
	}

	private @Nullable String allowedOrigin() {
		return this.headers.get(CorsHeaders.ALLOW_ORIGIN);
	}

	/**
	 * Return the headers that let a page read, as part of a sentence.
	 * @return the names and values of those that there are
	 */
	public String permission() {
		return CorsHeaders.RESPONSE_HEADERS.stream()
			.filter((name) -> name.equals(CorsHeaders.ALLOW_ORIGIN) || name.equals(CorsHeaders.ALLOW_CREDENTIALS))
			.filter(this.headers::containsKey)
			.map((name) -> name + ": " + this.headers.get(name))
			.collect(Collectors.joining(", "));
	}

	/**
	 * Return the answer as part of a sentence.
	 * @return the status and what lets a page read
	 */
	@Override
	public String toString() {
		String permission = permission();
		return permission.isEmpty() ? String.valueOf(this.status) : this.status + ", " + permission;
	}

}
