package io.github.corsstarter.test.fetch;

import org.jspecify.annotations.Nullable;

/**
 * Whether a response may be shared with a page.
 *
 * @param origin the origin that the request was sent with
 * @param credentials whether the credentials mode is {@code include}
 * @see <a href="https://fetch.spec.whatwg.org/#cors-check">Fetch standard, CORS check</a>
 */
record CorsCheck(String origin, boolean credentials) {

	private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

	private static final String ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials";

	private static final String VALID_VALUE = " Have the server send the header with a valid value.";

	@Nullable NetworkError check(HeaderList headers) {
		String allowed = headers.get(ALLOW_ORIGIN);
		if (allowed == null) {
			return error("No 'Access-Control-Allow-Origin' header is present on the requested resource.",
					"send " + allowOrigin());
		}
		if (allowed.equals("*")) {
			return this.credentials ? error(
					"The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard "
							+ "'*' when the request's credentials mode is 'include'.",
					"send " + allowOrigin() + " and " + ALLOW_CREDENTIALS
							+ ": true in place of the wildcard, or let the page fetch without credentials")
					: null;
		}
		if (!allowed.equals(this.origin)) {
			return mismatch(allowed);
		}
		return this.credentials ? checkCredentials(headers) : null;
	}

	private NetworkError mismatch(String allowed) {
		if (allowed.indexOf(' ') >= 0 || allowed.indexOf(',') >= 0) {
			return error(
					"The 'Access-Control-Allow-Origin' header contains multiple values '" + allowed
							+ "', but only one is allowed." + VALID_VALUE,
					"send " + allowOrigin() + " once, and nothing else in that header");
		}
		if (!allowed.equals("null") && !UrlSyntax.isUrl(allowed)) {
			return error("The 'Access-Control-Allow-Origin' header contains the invalid value '" + allowed + "'."
					+ VALID_VALUE,
					"send " + allowOrigin());
		}
		return error("The 'Access-Control-Allow-Origin' header has a value '" + allowed
				+ "' that is not equal to the supplied origin." + VALID_VALUE, "send " + allowOrigin());
	}

	private @Nullable NetworkError checkCredentials(HeaderList headers) {
		String allowed = headers.get(ALLOW_CREDENTIALS);
		return "true".equals(allowed) ? null
				: error("The value of the 'Access-Control-Allow-Credentials' header in the response is '"
						+ ((allowed != null) ? allowed : "")
						+ "' which must be 'true' when the request's credentials mode is 'include'.",
						"send " + ALLOW_CREDENTIALS + ": true, or let the page fetch without credentials");
	}

	private String allowOrigin() {
		return ALLOW_ORIGIN + ": " + this.origin;
	}

	private static NetworkError error(String sentence, String remedy) {
		return new NetworkError(sentence, remedy);
	}

}
