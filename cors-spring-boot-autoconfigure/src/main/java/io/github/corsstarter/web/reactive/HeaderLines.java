package io.github.corsstarter.web.reactive;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.policy.CorsHeaders;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Reads and writes the lines of one header. No other method tells one empty line from
 * none, and Spring Framework 6.2 and 7 have no such method in common: in 6.2 the headers
 * are a map, in 7 they are not, and have methods of their own.
 * <p>
 * Spring looks names up in lower case, and makes a copy of each that is not.
 */
public final class HeaderLines {

	private static final Map<String, String> LOWER_CASE = Stream
		.of(CorsHeaders.RESPONSE_HEADERS_AND_TIMING,
				List.of(CorsHeaders.ORIGIN, CorsHeaders.REQUEST_METHOD, CorsHeaders.REQUEST_HEADERS,
						CorsHeaders.FETCH_SITE, CorsHeaders.FETCH_MODE, CorsHeaders.VARY, HttpHeaders.HOST))
		.flatMap(List::stream)
		.collect(Collectors.toUnmodifiableMap(Function.identity(), (name) -> name.toLowerCase(Locale.ROOT)));

	private HeaderLines() {
	}

	/**
	 * Return the lines of a header.
	 * @param headers the headers
	 * @param name the name of the header
	 * @return the lines as they were sent; empty if there is none
	 */
	@SuppressWarnings("unchecked")
	static List<String> of(HttpHeaders headers, String name) {
		if (headers.isEmpty()) {
			return List.of();
		}
		String lookedUp = lowerCase(name);
		List<String> lines = (headers instanceof Map<?, ?> map) ? (List<String>) map.get(lookedUp)
				: headers.get(lookedUp);
		return (lines != null) ? lines : List.of();
	}

	static boolean contains(HttpHeaders headers, String name) {
		return !headers.isEmpty() && headers.getFirst(lowerCase(name)) != null;
	}

	private static String lowerCase(String name) {
		return LOWER_CASE.getOrDefault(name, name);
	}

	/**
	 * Return a header that is meant to come in one line.
	 * @param headers the headers
	 * @param name the name of the header
	 * @return the line, or all lines joined; {@code null} if there is none
	 */
	public static @Nullable String joined(HttpHeaders headers, String name) {
		List<String> lines = of(headers, name);
		return switch (lines.size()) {
			case 0 -> null;
			case 1 -> lines.get(0);
			default -> String.join(", ", lines);
		};
	}

	/**
	 * Give a header one line, or none.
	 * @param headers the headers
	 * @param name the name of the header
	 * @param value the line, or {@code null} to remove what there is
	 */
	static void write(HttpHeaders headers, String name, @Nullable String value) {
		List<String> lines = of(headers, name);
		if (value != null && lines.size() == 1 && value.equals(lines.get(0))) {
			return;
		}
		if (!lines.isEmpty()) {
			remove(headers, name);
		}
		if (value != null) {
			headers.set(name, value);
		}
	}

	private static void remove(HttpHeaders headers, String name) {
		if (headers instanceof Map<?, ?> map) {
			map.remove(name);
		}
		else {
			headers.remove(name);
		}
	}

}
