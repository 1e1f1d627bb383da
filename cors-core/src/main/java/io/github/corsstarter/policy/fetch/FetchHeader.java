package io.github.corsstarter.policy.fetch;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The header names of the Fetch standard that no policy has a say in.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#cors-safelisted-request-header">Fetch
 * standard, CORS-safelisted request-header</a>
 * @see <a href="https://fetch.spec.whatwg.org/#forbidden-request-header">Fetch standard,
 * Forbidden request-header</a>
 * @see <a href=
 * "https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name">Fetch standard,
 * CORS-safelisted response-header name</a>
 */
public final class FetchHeader {

	private static final Set<String> FORBIDDEN_IN_REQUESTS = Set.of("accept-charset", "accept-encoding",
			"access-control-request-headers", "access-control-request-method", "connection", "content-length", "cookie",
			"cookie2", "date", "dnt", "expect", "host", "keep-alive", "origin", "referer", "set-cookie", "te",
			"trailer", "transfer-encoding", "upgrade", "via");

	/**
	 * The value of a {@code Content-Type} or a {@code Range} decides whether it is
	 * safelisted. Of a name alone, the first is taken to be that of JSON, and the second
	 * one range from a byte on, as media players ask.
	 */
	private static final Set<String> SAFELISTED_IN_REQUESTS = Set.of("accept", "accept-language", "content-language",
			"range");

	private static final Set<String> SAFELISTED_IN_RESPONSES = Set.of("cache-control", "content-language",
			"content-length", "content-type", "expires", "last-modified", "pragma");

	private static final Set<String> FORBIDDEN_IN_RESPONSES = Set.of("set-cookie", "set-cookie2");

	private FetchHeader() {
	}

	/**
	 * Return whether browsers let no script set a request header.
	 * @param name a name of any case
	 * @return whether no preflight ever asks for it
	 */
	public static boolean isForbiddenInRequests(String name) {
		String header = name.toLowerCase(Locale.ROOT);
		return FORBIDDEN_IN_REQUESTS.contains(header) || header.startsWith("proxy-") || header.startsWith("sec-");
	}

	/**
	 * Return the headers of a request that a preflight asks for.
	 * @param names the names of the headers that a script sets, of any case
	 * @return those that are not safelisted and that a script may set, as the preflight
	 * names them: in lower case, sorted, each once
	 */
	public static List<String> unsafeNames(Collection<String> names) {
		return names.stream()
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.filter((name) -> !SAFELISTED_IN_REQUESTS.contains(name) && !isForbiddenInRequests(name))
			.distinct()
			.sorted()
			.toList();
	}

	/**
	 * Return whether every script that may read a response may read a header of it.
	 * @param name a name of any case
	 * @return whether it need not be exposed
	 */
	public static boolean isSafelistedInResponses(String name) {
		return SAFELISTED_IN_RESPONSES.contains(name.toLowerCase(Locale.ROOT));
	}

	/**
	 * Return whether browsers never show a response header to scripts.
	 * @param name a name of any case
	 * @return whether exposing it does nothing
	 */
	public static boolean isForbiddenInResponses(String name) {
		return FORBIDDEN_IN_RESPONSES.contains(name.toLowerCase(Locale.ROOT));
	}

}
