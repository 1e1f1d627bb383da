package io.github.corsstarter.conformance.spring;

import java.util.List;
import java.util.stream.Stream;

/**
 * A request that both sides can be given; a header is the list of its lines.
 *
 * @param method the method
 * @param scheme the scheme it arrived with
 * @param host the host it was sent to
 * @param port the port it was sent to
 * @param origin {@code Origin}
 * @param requestedMethod {@code Access-Control-Request-Method}
 * @param requestedHeaders {@code Access-Control-Request-Headers}
 * @param fetchSite {@code Sec-Fetch-Site}
 * @param fetchMode {@code Sec-Fetch-Mode}
 */
record Request(String method, String scheme, String host, int port, List<String> origin, List<String> requestedMethod,
		List<String> requestedHeaders, List<String> fetchSite, List<String> fetchMode) {

	Request withHost(String host) {
		return new Request(this.method, this.scheme, host, this.port, this.origin, this.requestedMethod,
				this.requestedHeaders, this.fetchSite, this.fetchMode);
	}

	Request withMethod(String method) {
		return new Request(method, this.scheme, this.host, this.port, this.origin, this.requestedMethod,
				this.requestedHeaders, this.fetchSite, this.fetchMode);
	}

	Request withOrigin(String... origin) {
		return new Request(this.method, this.scheme, this.host, this.port, List.of(origin), this.requestedMethod,
				this.requestedHeaders, this.fetchSite, this.fetchMode);
	}

	Request withRequestedMethod(String... requestedMethod) {
		return new Request(this.method, this.scheme, this.host, this.port, this.origin, List.of(requestedMethod),
				this.requestedHeaders, this.fetchSite, this.fetchMode);
	}

	Request withRequestedHeaders(String... requestedHeaders) {
		return new Request(this.method, this.scheme, this.host, this.port, this.origin, this.requestedMethod,
				List.of(requestedHeaders), this.fetchSite, this.fetchMode);
	}

	boolean hasOrigin() {
		return !this.origin.isEmpty();
	}

	boolean isPreflight() {
		return "OPTIONS".equals(this.method) && hasOrigin() && !this.requestedMethod.isEmpty();
	}

	boolean isNavigation() {
		return hasOrigin() && !isSameOrigin() && !isPreflight() && this.fetchMode.equals(List.of("navigate"));
	}

	/**
	 * Return whether the request is one whose origin and method are checked.
	 * @return {@code true} for a preflight or an actual request
	 */
	boolean isChecked() {
		return hasOrigin() && !isSameOrigin() && !isNavigation();
	}

	boolean isCheckedPreflight() {
		return isChecked() && isPreflight();
	}

	boolean isSameOrigin() {
		return isSameOriginByMetadata() || (isSameOriginByComparison(ownOrigin()) || isBehindTlsProxy());
	}

	boolean isSameOriginByMetadata() {
		return hasOrigin() && this.fetchSite.equals(List.of("same-origin"));
	}

	boolean isBehindTlsProxy() {
		return "http".equals(this.scheme) && isSameOriginByComparison(originAt("https", 443, 80));
	}

	boolean comesFromOwnOrigin() {
		return this.origin.equals(List.of(ownOrigin()));
	}

	String ownOrigin() {
		return originAt(this.scheme, "https".equals(this.scheme) ? 443 : 80, 0);
	}

	String methodInQuestion() {
		return isPreflight() ? this.requestedMethod.get(0) : this.method;
	}

	/**
	 * The names of the headers that a preflight asks for.
	 * @return the names as they are sent, without blanks and empty elements
	 */
	List<String> requestedHeaderNames() {
		return this.requestedHeaders.stream()
			.flatMap((line) -> Stream.of(line.split(",")))
			.map(String::strip)
			.filter((name) -> !name.isEmpty())
			.toList();
	}

	private boolean isSameOriginByComparison(String other) {
		return this.fetchSite.stream().noneMatch(List.of("same-site", "cross-site")::contains)
				&& this.origin.equals(List.of(other));
	}

	private String originAt(String scheme, int leftOut, int alsoLeftOut) {
		boolean plain = this.port == leftOut || this.port == alsoLeftOut;
		return scheme + "://" + this.host + (plain ? "" : ":" + this.port);
	}

}
