package io.github.corsstarter.web.reactive;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Reads and removes the lines of one header. No other method tells one empty line from
 * none, and Spring Framework 6.2 and 7 have no such method in common: in 6.2 the headers
 * are a map, in 7 they are not, and have methods of their own.
 */
public final class HeaderLines {

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
		List<String> lines = (headers instanceof Map<?, ?> map) ? (List<String>) map.get(name) : headers.get(name);
		return (lines != null) ? lines : List.of();
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

	static void remove(HttpHeaders headers, String name) {
		if (headers instanceof Map<?, ?> map) {
			map.remove(name);
		}
		else {
			headers.remove(name);
		}
	}

}
