package io.github.corsstarter.policy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RequestKind}.
 */
class RequestKindTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			http,  localhost,   8080, http://localhost:8080,    SAME_ORIGIN
			http,  a.example,   80,   http://a.example,         SAME_ORIGIN
			http,  a.example,   -1,   http://a.example,         SAME_ORIGIN
			http,  A.Example,   80,   http://a.example,         SAME_ORIGIN
			https, a.example,   443,  https://a.example,        SAME_ORIGIN
			https, a.example,   8443, https://a.example:8443,   SAME_ORIGIN
			http,  [::1],       8080, http://[::1]:8080,        SAME_ORIGIN
			http,  a.example,   80,   https://a.example,        SAME_ORIGIN
			http,  a.example,   -1,   https://a.example,        SAME_ORIGIN
			http,  a.example,   443,  https://a.example,        SAME_ORIGIN
			http,  a.example,   8443, https://a.example:8443,   SAME_ORIGIN
			http,  a.example,   80,   https://a.example:80,     ACTUAL
			http,  a.example,   8443, https://a.example,        ACTUAL
			http,  a.example,   8080, http://a.example,         ACTUAL
			http,  a.example,   80,   http://a.example:8080,    ACTUAL
			https, a.example,   443,  http://a.example,         ACTUAL
			http,  a.example,   80,   http://b.a.example,       ACTUAL
			http,  a.example,   80,   http://a.example.evil,    ACTUAL
			http,  a.example,   80,   http://A.EXAMPLE,         ACTUAL
			http,  a.example,   80,   http://a.example:80,      ACTUAL
			http,  a.example,   80,   null,                     ACTUAL
			http,  a.example,   80,   '',                       ACTUAL
			http,  ,            80,   http://a.example,         ACTUAL
			""")
	void comparesOriginWithTheRequestsOwn(String scheme, String host, int port, String origin, RequestKind kind) {
		assertThat(RequestKind.of(CorsRequest.builder("POST", "/").sentTo(scheme, host, port).origin(origin).build()))
			.isEqualTo(kind);
	}

	@Test
	void fetchMetadataDecidesBeforeTheComparison() {
		CorsRequest.Builder own = CorsRequest.builder("POST", "/").sentTo("http", "a.example", 80);
		CorsRequest.Builder other = CorsRequest.builder("POST", "/").sentTo("http", "internal", 8080);
		own.origin("http://a.example");
		other.origin("https://a.example");
		assertThat(RequestKind.of(other.fetchSite("same-origin").build())).isEqualTo(RequestKind.SAME_ORIGIN);
		assertThat(RequestKind.of(other.fetchSite("Same-Origin").build())).isEqualTo(RequestKind.ACTUAL);
		assertThat(RequestKind.of(other.fetchSite("same-origin", "same-origin").build())).isEqualTo(RequestKind.ACTUAL);
		assertThat(RequestKind.of(own.fetchSite("same-site").build())).isEqualTo(RequestKind.ACTUAL);
		assertThat(RequestKind.of(own.fetchSite("cross-site").build())).isEqualTo(RequestKind.ACTUAL);
		assertThat(RequestKind.of(own.fetchSite("same-origin", "cross-site").build())).isEqualTo(RequestKind.ACTUAL);
		assertThat(RequestKind.of(own.fetchSite("none").build())).isEqualTo(RequestKind.SAME_ORIGIN);
	}

	@Test
	void requestWithoutOriginIsNoCorsRequest() {
		assertThat(RequestKind.of(CorsRequest.builder("OPTIONS", "/").requestMethod("PUT").build()))
			.isEqualTo(RequestKind.NO_ORIGIN);
	}

	@Test
	void navigationIsNoCorsRequestUnlessItIsAPreflight() {
		CorsRequest.Builder post = CorsRequest.builder("POST", "/").origin("https://idp.example");
		assertThat(RequestKind.of(post.fetchMode("navigate").build())).isEqualTo(RequestKind.NAVIGATION);
		assertThat(RequestKind.of(post.fetchMode("navigate, navigate").build())).isEqualTo(RequestKind.ACTUAL);
		assertThat(RequestKind.of(post.fetchMode("cors").build())).isEqualTo(RequestKind.ACTUAL);
		assertThat(RequestKind.of(CorsRequest.builder("OPTIONS", "/")
			.origin("https://idp.example")
			.requestMethod("")
			.fetchMode("navigate")
			.build())).isEqualTo(RequestKind.PREFLIGHT);
	}

}
