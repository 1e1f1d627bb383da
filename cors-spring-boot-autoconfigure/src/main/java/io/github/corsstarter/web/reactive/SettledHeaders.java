package io.github.corsstarter.web.reactive;

import io.github.corsstarter.policy.CorsHeaders;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;

/**
 * The headers of a response that nobody else is to decide: who asks for the first
 * {@code Access-Control-Allow-Origin} finds an empty one if there is none, and Spring's
 * CORS processors leave alone what has one. It is in no list of headers, so it is never
 * sent.
 */
final class SettledHeaders extends HttpHeaders {

	private static final long serialVersionUID = 1L;

	private SettledHeaders(MultiValueMap<String, String> headers) {
		super(headers);
	}

	private SettledHeaders(HttpHeaders headers) {
		super(headers);
	}

	/**
	 * Return the same headers as something to read and write.
	 * @param headers headers that can be written
	 * @return the headers
	 */
	@SuppressWarnings("unchecked")
	static HttpHeaders of(HttpHeaders headers) {
		return (headers instanceof MultiValueMap<?, ?> map) ? new SettledHeaders((MultiValueMap<String, String>) map)
				: new SettledHeaders(headers);
	}

	@Override
	public @Nullable String getFirst(String name) {
		String value = super.getFirst(name);
		return (value == null && CorsHeaders.ALLOW_ORIGIN.equalsIgnoreCase(name)) ? "" : value;
	}

}
