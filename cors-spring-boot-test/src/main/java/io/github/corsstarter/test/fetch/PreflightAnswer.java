package io.github.corsstarter.test.fetch;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What a successful preflight allows.
 *
 * @param methods the methods, or {@code null} if they cannot be read
 * @param headers the names of headers in lower case, or {@code null} if they cannot be
 * read
 * @param maxAge how long both may be remembered
 * @see <a href="https://fetch.spec.whatwg.org/#cors-preflight-fetch">Fetch standard,
 * CORS-preflight fetch</a>
 */
record PreflightAnswer(@Nullable Set<String> methods, @Nullable Set<String> headers, Duration maxAge) {

	/** Stands for everything, but not in an answer to a request with credentials. */
	static final String WILDCARD = "*";

	private static final String ALLOW_METHODS = "Access-Control-Allow-Methods";

	private static final String ALLOW_HEADERS = "Access-Control-Allow-Headers";

	private static final String MAX_AGE = "Access-Control-Max-Age";

	private static final long DEFAULT_MAX_AGE = 5;

	static PreflightAnswer of(HeaderList headers) {
		Set<String> names = TokenLists.parse(headers, ALLOW_HEADERS);
		return new PreflightAnswer(
				TokenLists.parse(headers, ALLOW_METHODS), (names != null)
						? names.stream().map(HttpSyntax::lowerCase).collect(Collectors.toUnmodifiableSet()) : null,
				maxAge(headers.get(MAX_AGE)));
	}

	private static Duration maxAge(@Nullable String value) {
		if (value == null || !value.matches("-?[0-9]+")) {
			return Duration.ofSeconds(DEFAULT_MAX_AGE);
		}
		if (value.startsWith("-")) {
			// To the standard this is no number; every engine takes it for a wish not to
			// cache
			return Duration.ZERO;
		}
		return Duration.ofSeconds((value.length() < 10) ? Long.parseLong(value) : Integer.MAX_VALUE);
	}

	/**
	 * Return why the request may not follow, if so.
	 * @param request the request that was asked about
	 * @return the error, or {@code null} if it is allowed
	 */
	@Nullable NetworkError check(FetchRequest request) {
		if (this.methods == null) {
			return unreadable(ALLOW_METHODS);
		}
		if (this.headers == null) {
			return unreadable(ALLOW_HEADERS);
		}
		boolean wildcardCounts = !request.credentials();
		if (!Methods.isSafelisted(request.method()) && !this.methods.contains(request.method())
				&& !(wildcardCounts && this.methods.contains(WILDCARD))) {
			return new NetworkError(
					"Method " + request.method()
							+ " is not allowed by Access-Control-Allow-Methods in preflight response.",
					"add " + request.method() + " to " + ALLOW_METHODS
							+ wildcardHint(this.methods, "a method", request.credentials()));
		}
		for (String name : SafelistedRequestHeaders.unsafeNames(request.headers())) {
			if (!this.headers.contains(name) && !(wildcardCounts && covers(this.headers, name))) {
				return new NetworkError(
						"Request header field " + name
								+ " is not allowed by Access-Control-Allow-Headers in preflight response.",
						"add " + name + " to " + ALLOW_HEADERS
								+ wildcardHint(this.headers, name, request.credentials()));
			}
		}
		return null;
	}

	private static boolean covers(Set<String> headers, String name) {
		return headers.contains(WILDCARD) && isCoveredByWildcard(name);
	}

	/**
	 * Return whether the wildcard stands for a header too.
	 * @param name the name in lower case
	 * @return whether it needs no mention by name
	 */
	static boolean isCoveredByWildcard(String name) {
		return !name.equals("authorization");
	}

	private static String wildcardHint(Set<String> allowed, String name, boolean credentials) {
		if (!allowed.contains(WILDCARD)) {
			return "";
		}
		return credentials ? ": with credentials, * is a name like any other" : ": * never stands for " + name;
	}

	private static NetworkError unreadable(String header) {
		return new NetworkError("Cannot parse " + header + " response header field in preflight response.",
				"send names separated by commas in " + header);
	}

}
