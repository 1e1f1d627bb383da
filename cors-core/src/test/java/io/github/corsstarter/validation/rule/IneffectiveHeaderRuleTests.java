package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code ineffective-header}.
 */
class IneffectiveHeaderRuleTests {

	@ParameterizedTest
	@ValueSource(strings = { "Cookie", "origin", "Sec-Fetch-Site", "Proxy-Authorization", "Host", "Content-Length" })
	void warnsOfForbiddenRequestHeaders(String header) {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("https://a.example").allowedHeaders("X-Trace", header))
			.found()).containsExactly("ineffective-header warn cors.allowed-headers[1]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Type", "cache-control", "Set-Cookie", "Content-Length" })
	void warnsOfResponseHeadersThatScriptsAlwaysOrNeverRead(String header) {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("https://a.example").exposedHeaders("ETag", header))
			.found()).containsExactly("ineffective-header warn cors.exposed-headers[1]");
	}

	@Test
	void acceptsHeadersThatHaveAnEffect() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("https://a.example")
				.allowedHeaders("Authorization", "Content-Type", "User-Agent")
				.exposedHeaders("Location", "X-Total-Count"))
			.found()).isEmpty();
	}

}
