package io.github.corsstarter.test.fetch;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ForbiddenRequestHeaders}.
 */
class ForbiddenRequestHeadersTests {

	@ParameterizedTest
	@ValueSource(strings = { "Accept-Charset", "accept-encoding", "ACCESS-CONTROL-REQUEST-HEADERS",
			"Access-Control-Request-Method", "Connection", "Content-Length", "Cookie", "Cookie2", "Date", "DNT",
			"Expect", "Host", "Keep-Alive", "Origin", "Referer", "Set-Cookie", "TE", "Trailer", "Transfer-Encoding",
			"Upgrade", "Via", "Proxy-", "proxy-Authorization", "Sec-", "sec-fetch-site" })
	void browserSetsTheseItself(String name) {
		assertThat(isForbidden(name, "x")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Accept", "Authorization", "X-A", "User-Agent", "Content-Type", "Proxy", "Security",
			"Access-Control-Allow-Origin", "Cookies", "Range", "X-Sec-A" })
	void scriptsSetOthers(String name) {
		assertThat(isForbidden(name, "x")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-HTTP-Method", "x-http-method-override", "X-Method-Override" })
	void methodOverrideIsForbiddenWithForbiddenMethod(String name) {
		assertThat(isForbidden(name, "TRACE")).isTrue();
		assertThat(isForbidden(name, "PUT, track ")).isTrue();
		assertThat(isForbidden(name, "PUT")).isFalse();
		assertThat(isForbidden(name, "TRACER")).isFalse();
	}

	private static boolean isForbidden(String name, String value) {
		return ForbiddenRequestHeaders.contain(new HeaderList.Header(name, value));
	}

}
