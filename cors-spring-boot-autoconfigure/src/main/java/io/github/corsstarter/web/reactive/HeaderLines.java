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
 * Spring's own map of headers copies each name that is not in lower case. Those of
 * responses are looked up in lower case, for there are many; those of requests are not,
 * for a map that an application has made may tell the cases apart.
 */
public final class HeaderLines {

	private static final Map<String, String> LOWER_CASE = Stream
		.of(CorsHeaders.RESPONSE_HEADERS_AND_TIMING, List.of(CorsHeaders.VARY))
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
		List<String> lines = (headers instanceof Map<?, ?> map) ? (List<String>) map.get(name) : headers.get(name);
		return (lines != null) ? lines : List.of();
	}

	static boolean contains(HttpHeaders headers, String name) {
		return !headers.isEmpty() && headers.getFirst(name) != null;
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
	 * Return the lines of a header of a response.
	 * @param headers the headers
	 * @param name the name of the header
	 * @return the lines as they were written; empty if there is none
	 */
	static List<String> written(HttpHeaders headers, String name) {
		return of(headers, LOWER_CASE.getOrDefault(name, name));
	}

	/**
	 * Give a header of a response one line, or none.
	 * @param headers the headers
	 * @param name the name of the header
	 * @param value the line, or {@code null} to remove what there is
	 */
	static void write(HttpHeaders headers, String name, @Nullable String value) {
		List<String> lines = written(headers, name);
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
