package io.github.corsstarter.test.fetch;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link WebOrigin}.
 */
class WebOriginTests {

	@ParameterizedTest
	@ValueSource(strings = { "https://app.example.com", "http://localhost:8080", "http://[::1]:3000", "null",
			"chrome-extension://abcdef", "capacitor://localhost", "http://127.0.0.1", "http://my_host" })
	void whatBrowsersSendIsAnOrigin(String text) {
		assertThat(WebOrigin.parse(text)).hasToString(text);
	}

	@ParameterizedTest
	@CsvSource({ "https://app.example.com/, https://app.example.com",
			"https://app.example.com:443, https://app.example.com", "HTTPS://App.Example.com, https://app.example.com",
			"http://localhost:80, http://localhost", "https://user@app.example.com, https://app.example.com",
			"https://app.example.com/x?y, https://app.example.com" })
	void otherSpellingIsCorrected(String text, String origin) {
		assertThatIllegalArgumentException().isThrownBy(() -> WebOrigin.parse(text))
			.withMessage("'" + text + "' is not an origin as browsers send it. Write " + origin + ".");
	}

	@ParameterizedTest
	@ValueSource(strings = { "app.example.com", "*", "https://", "https://*.example.com", "", "NULL", "mailto:x",
			"https://b\u00FCcher.example" })
	void whatIsNoOriginIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> WebOrigin.parse(text))
			.withMessage(
					"'" + text + "' is not an origin. Write scheme://host[:port], such as https://app.example.com.");
	}

	@ParameterizedTest
	@CsvSource({ "https://a.example/x?y, https://a.example", "http://a.example:80/, http://a.example",
			"http://a.example:8080, http://a.example:8080", "HTTP://A.example/, http://a.example",
			"http://user:pw@a.example/, http://a.example", "http://a_b/, http://a_b", "http://[::1]/, http://[::1]" })
	void originOfAnAddressIsItsBeginning(String url, String origin) {
		assertThat(WebOrigin.of(URI.create(url))).hasToString(origin);
	}

	@Test
	void nullIsTheSameAsNothing() {
		assertThat(WebOrigin.OPAQUE.isSameOrigin(WebOrigin.OPAQUE)).isFalse();
		assertThat(WebOrigin.OPAQUE.isSameSite(WebOrigin.OPAQUE, WebOriginTests::lastTwoLabels)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "http://localhost:1, http://localhost:2, true", "http://a.example, https://a.example, false",
			"https://a.example, https://b.example, false", "https://app.example.com, https://api.example.com, true",
			"https://example.com, https://api.example.com:8443, true",
			"http://app.example.com, https://api.example.com, false",
			"https://app.example.com, https://app.example.org, false" })
	void sameSiteIsSameSchemeAndRegistrableDomain(String one, String other, boolean same) {
		assertThat(WebOrigin.parse(one).isSameSite(WebOrigin.parse(other), WebOriginTests::lastTwoLabels))
			.isEqualTo(same);
	}

	private static String lastTwoLabels(String host) {
		return host.replaceFirst(".*\\.(?=.*\\.)", "");
	}

	@ParameterizedTest
	@CsvSource({ "https://a.example, true", "http://a.example, false", "http://localhost:8080, true",
			"http://app.localhost, true", "http://127.9.9.9, true", "http://[::1], true", "http://10.0.0.1, false",
			"http://localhost.example, false" })
	void loopbackAndHttpsAreTrustworthy(String origin, boolean trustworthy) {
		assertThat(WebOrigin.parse(origin).isTrustworthy()).isEqualTo(trustworthy);
	}

}
