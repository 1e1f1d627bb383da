package io.github.corsstarter.test.fetch;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which headers of a response a page may read.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#concept-filtered-response-cors">Fetch
 * standard, CORS filtered response</a>
 */
final class ExposedHeaders {

	private static final String EXPOSE_HEADERS = "Access-Control-Expose-Headers";

	private static final Set<String> SAFELISTED = Set.of("cache-control", "content-language", "content-length",
			"content-type", "expires", "last-modified", "pragma");

	private static final Set<String> FORBIDDEN = Set.of("set-cookie", "set-cookie2");

	private ExposedHeaders() {
	}

	/**
	 * Return the headers that are exposed.
	 * @param headers all headers of the response
	 * @param credentials whether the credentials mode is {@code include}
	 * @return those that the page reads: names in lower case, one line for each
	 */
	static HeaderList of(HeaderList headers, boolean credentials) {
		Set<String> listed = listed(headers);
		boolean all = !credentials && listed.contains(PreflightAnswer.WILDCARD);
		HeaderList exposed = HeaderList.EMPTY;
		for (String name : headers.names()) {
			if (!FORBIDDEN.contains(name) && (all || SAFELISTED.contains(name) || listed.contains(name))) {
				exposed = exposed.with(name, String.join(", ", headers.values(name)));
			}
		}
		return exposed;
	}

	private static Set<String> listed(HeaderList headers) {
		Set<String> names = TokenLists.parse(headers, EXPOSE_HEADERS);
		return (names != null) ? names.stream().map(HttpSyntax::lowerCase).collect(Collectors.toUnmodifiableSet())
				: Set.of();
	}

}
