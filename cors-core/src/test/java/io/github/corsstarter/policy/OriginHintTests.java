package io.github.corsstarter.policy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OriginHint}.
 */
class OriginHintTests {

	private static OriginHint hint(String origin, CorsPolicyDefinition.Builder definition) {
		CorsPolicy policy = CorsPolicy.compile(EffectivePolicy.of(definition.build()));
		return OriginHint
			.of(CorsRequest.builder("GET", "/").sentTo("http", "api.example.com", 8080).origin(origin).build(), policy);
	}

	private static CorsPolicyDefinition.Builder base() {
		return CorsPolicyDefinition.builder(CorsPolicyDefinition.BASE);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			http://app.example.com       | https://app.example.com       | the scheme differs.
			https://www.example.com      | https://example.com           | the host differs by www.
			https://example.com          | https://www.example.com       | the host differs by www.
			http://localhost:5173        | http://127.0.0.1:5173         | localhost and 127.0.0.1 are two hosts.
			http://127.0.0.1             | http://localhost              | localhost and 127.0.0.1 are two hosts.
			http://localhost:5174        | http://localhost:5173         | the port differs.
			https://localhost:5174       | http://localhost:5173         | scheme and port differ.
			https://ap.example.com       | https://app.example.com       | The nearest that it allows is
			https://appp.example.com     | https://app.example.com       | The nearest that it allows is
			""")
	void almostAllowedOriginIsNamed(String origin, String allowed, String difference) {
		OriginHint hint = hint(origin, base().allowedOrigins(allowed, "null"));
		assertThat(hint.cause()).startsWith(" ").contains(allowed, difference);
	}

	@Test
	void otherSchemeIsFoundByPatternToo() {
		OriginHint hint = hint("http://a.example.com", base().allowedOriginPatterns("https://*.example.com"));
		assertThat(hint.cause()).isEqualTo(" It allows https://a.example.com: the scheme differs.");
		assertThat(hint.remedy())
			.isEqualTo("Load the page over https, or add http://a.example.com to cors.allowed-origins.");
	}

	@Test
	void nobodyIsAskedToLeaveHttps() {
		assertThat(hint("https://a.example.com", base().allowedOrigins("http://a.example.com")).remedy()).isNull();
	}

	@Test
	void proxyThatNobodyToldAboutIsNamed() {
		OriginHint hint = hint("https://api.example.com", base().allowedOrigins("https://app.example.com"));
		assertThat(hint.cause()).contains("http://api.example.com:8080");
		assertThat(hint.remedy()).contains("server.forward-headers-strategy=framework", "cors.allowed-origins");
	}

	@ParameterizedTest
	@CsvSource({ "https://evil.example.net", "null", "https://app.example.com/", "https://api.example.com:3000" })
	void nothingIsInvented(String origin) {
		OriginHint hint = hint(origin, base().allowedOrigins("https://app.example.com"));
		assertThat(hint.cause()).isEmpty();
		assertThat(hint.remedy()).isNull();
	}

}
