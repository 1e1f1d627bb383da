package io.github.corsstarter.wire;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * How lists in headers are compared.
 */
public final class ResponseHeaders {

	private ResponseHeaders() {
	}

	/**
	 * The tokens of all lines of a header, in lower case.
	 * @param lines the lines
	 * @return the tokens, each as often as it is there
	 */
	public static Stream<String> tokens(Stream<String> lines) {
		return lines.flatMap((line) -> Stream.of(line.split(",")))
			.map((token) -> token.strip().toLowerCase(Locale.ROOT))
			.filter((token) -> !token.isEmpty());
	}

}
