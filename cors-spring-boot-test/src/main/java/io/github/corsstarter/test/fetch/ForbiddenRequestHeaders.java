package io.github.corsstarter.test.fetch;

import java.util.Set;
import java.util.stream.Stream;

/**
 * The headers that a browser keeps to itself: a script that sets one is ignored.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#forbidden-request-header">Fetch standard,
 * forbidden request-header</a>
 */
final class ForbiddenRequestHeaders {

	private static final Set<String> NAMES = Set.of("accept-charset", "accept-encoding",
			"access-control-request-headers", "access-control-request-method", "connection", "content-length", "cookie",
			"cookie2", "date", "dnt", "expect", "host", "keep-alive", "origin", "referer", "set-cookie", "te",
			"trailer", "transfer-encoding", "upgrade", "via");

	private static final Set<String> METHOD_OVERRIDES = Set.of("x-http-method", "x-http-method-override",
			"x-method-override");

	private ForbiddenRequestHeaders() {
	}

	static boolean contain(HeaderList.Header header) {
		String name = HttpSyntax.lowerCase(header.name());
		return NAMES.contains(name) || name.startsWith("proxy-") || name.startsWith("sec-")
				|| (METHOD_OVERRIDES.contains(name) && overridesWithForbiddenMethod(header.value()));
	}

	private static boolean overridesWithForbiddenMethod(String value) {
		return Stream.of(value.split(",")).map(HttpSyntax::normalize).anyMatch(Methods::isForbidden);
	}

}
