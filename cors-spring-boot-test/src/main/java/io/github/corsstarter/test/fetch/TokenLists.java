package io.github.corsstarter.test.fetch;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The lists of methods and names in {@code Access-Control-*} headers.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-new-header-syntax">Fetch standard,
 * HTTP new-header syntax</a>
 */
final class TokenLists {

	private TokenLists() {
	}

	/**
	 * Return the elements of a list; empty ones are left out.
	 * @param headers the headers of a response
	 * @param name the list's name
	 * @return the elements, none without such a header, {@code null} if one is no token
	 */
	static @Nullable Set<String> parse(HeaderList headers, String name) {
		Set<String> tokens = elements(headers, name).filter((element) -> !element.isEmpty())
			.collect(Collectors.toCollection(LinkedHashSet::new));
		return tokens.stream().allMatch(HttpSyntax::isToken) ? tokens : null;
	}

	private static Stream<String> elements(HeaderList headers, String name) {
		return headers.values(name)
			.stream()
			.flatMap((line) -> Stream.of(line.split(",", -1)))
			.map(HttpSyntax::normalize);
	}

}
