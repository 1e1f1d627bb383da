package io.github.corsstarter.policy;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a decision depends on. A header that came in several lines, where one is meant, is
 * its lines joined by {@code ", "}, which no origin, method or mode ever equals.
 *
 * @param method the request's method
 * @param path the raw request path within the application, not decoded
 * @param scheme the scheme the request arrived with, after forwarded headers
 * @param host the host it was sent to, after forwarded headers; an IPv6 address in
 * brackets; {@code null} if unknown
 * @param port the port it was sent to; 0 or less stands for the scheme's default
 * @param origin the {@code Origin}; {@code null} if absent
 * @param requestMethod the {@code Access-Control-Request-Method}; {@code null} if absent
 * @param requestHeaders the lines of {@code Access-Control-Request-Headers}
 * @param fetchSite the lines of {@code Sec-Fetch-Site}
 * @param fetchMode the {@code Sec-Fetch-Mode}; {@code null} if absent
 * @param outside whether the path is one outside of the application, as it was sent: no
 * policy governs it, and only what is not a CORS request goes through
 * @see <a href="https://fetch.spec.whatwg.org/#http-requests">Fetch standard, CORS
 * requests</a>
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
 */
public record CorsRequest(String method, String path, String scheme, @Nullable String host, int port,
		@Nullable String origin, @Nullable String requestMethod, List<String> requestHeaders, List<String> fetchSite,
		@Nullable String fetchMode, boolean outside) {

	/**
	 * Make a request that has no {@code Origin}, of which nothing else matters.
	 * @param method the request's method
	 * @param path the raw request path within the application
	 * @return the request
	 */
	public static CorsRequest withoutOrigin(String method, String path) {
		return new CorsRequest(method, path, "", null, 0, null, null, List.of(), List.of(), null, false);
	}

	/**
	 * Starts a request in code, sent to {@code http://localhost} without any header.
	 * @param method the request's method
	 * @param path the raw request path within the application
	 * @return a builder
	 */
	public static Builder builder(String method, String path) {
		return new Builder(method, path);
	}

	/**
	 * Makes the preflight that a browser sends ahead of a request.
	 * @param origin the origin of the page
	 * @param method the method it will use
	 * @param path the raw request path within the application
	 * @param headers the names of the headers it will send
	 * @return the preflight
	 */
	public static CorsRequest preflight(String origin, String method, String path, List<String> headers) {
		Builder builder = builder("OPTIONS", path).origin(origin).requestMethod(method);
		return (headers.isEmpty() ? builder : builder.requestHeaders(String.join(",", headers))).build();
	}

	/**
	 * Return whether this is a CORS preflight, whatever it asks for.
	 * @return {@code true} for {@code OPTIONS} with an origin and a requested method
	 * @see <a href="https://fetch.spec.whatwg.org/#cors-preflight-request">Fetch
	 * standard, CORS-preflight request</a>
	 */
	public boolean isPreflight() {
		return this.origin != null && this.requestMethod != null && "OPTIONS".equals(this.method);
	}

	/**
	 * Return whether the request comes from the application's own origin, be it behind a
	 * proxy that terminates TLS and tells nobody.
	 * @return {@code true} if the request goes through whatever the policies are
	 */
	public boolean isSameOrigin() {
		return RequestKind.of(this) == RequestKind.SAME_ORIGIN;
	}

	/**
	 * Makes a request in code.
	 */
	public static final class Builder {

		private final String method;

		private final String path;

		private String scheme = "http";

		private @Nullable String host = "localhost";

		private int port;

		private @Nullable String origin;

		private @Nullable String requestMethod;

		private List<String> requestHeaders = List.of();

		private List<String> fetchSite = List.of();

		private @Nullable String fetchMode;

		private boolean outside;

		private Builder(String method, String path) {
			this.method = method;
			this.path = path;
		}

		/**
		 * Sets where the request was sent to.
		 * @param scheme the scheme
		 * @param host the host
		 * @param port the port; 0 for the scheme's default
		 * @return this builder
		 */
		public Builder sentTo(String scheme, @Nullable String host, int port) {
			this.scheme = scheme;
			this.host = host;
			this.port = port;
			return this;
		}

		/**
		 * Sets the {@code Origin}.
		 * @param origin the value, or {@code null} for none
		 * @return this builder
		 */
		public Builder origin(@Nullable String origin) {
			this.origin = origin;
			return this;
		}

		/**
		 * Sets the {@code Access-Control-Request-Method}.
		 * @param requestMethod the value, or {@code null} for none
		 * @return this builder
		 */
		public Builder requestMethod(@Nullable String requestMethod) {
			this.requestMethod = requestMethod;
			return this;
		}

		/**
		 * Sets the lines of {@code Access-Control-Request-Headers}.
		 * @param lines the lines
		 * @return this builder
		 */
		public Builder requestHeaders(String... lines) {
			this.requestHeaders = List.of(lines);
			return this;
		}

		/**
		 * Sets the lines of {@code Sec-Fetch-Site}.
		 * @param lines the lines
		 * @return this builder
		 */
		public Builder fetchSite(String... lines) {
			this.fetchSite = List.of(lines);
			return this;
		}

		/**
		 * Sets the {@code Sec-Fetch-Mode}.
		 * @param fetchMode the value, or {@code null} for none
		 * @return this builder
		 */
		public Builder fetchMode(@Nullable String fetchMode) {
			this.fetchMode = fetchMode;
			return this;
		}

		/**
		 * Say that the path is outside of the application.
		 * @return this builder
		 */
		public Builder outside() {
			this.outside = true;
			return this;
		}

		/**
		 * Return the request.
		 * @return the request
		 */
		public CorsRequest build() {
			return new CorsRequest(this.method, this.path, this.scheme, this.host, this.port, this.origin,
					this.requestMethod, this.requestHeaders, this.fetchSite, this.fetchMode, this.outside);
		}

	}

}
