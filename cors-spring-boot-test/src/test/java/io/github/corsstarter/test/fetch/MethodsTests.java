package io.github.corsstarter.test.fetch;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Methods}.
 */
class MethodsTests {

	@ParameterizedTest
	@CsvSource({ "get, GET", "Head, HEAD", "post, POST", "pUT, PUT", "delete, DELETE", "options, OPTIONS",
			"patch, patch", "Patch, Patch", "PATCH, PATCH", "chicken, chicken" })
	void onlySixMethodsAreNormalized(String method, String sent) {
		assertThat(Methods.normalize(method)).isEqualTo(sent);
	}

	@ParameterizedTest
	@CsvSource({ "GET, true", "HEAD, true", "POST, true", "PUT, false", "DELETE, false", "OPTIONS, false",
			"PATCH, false", "get, false" })
	void threeMethodsAreSafelisted(String method, boolean safelisted) {
		assertThat(Methods.isSafelisted(method)).isEqualTo(safelisted);
	}

	@ParameterizedTest
	@ValueSource(strings = { "CONNECT", "TRACE", "TRACK", "trace", "Track" })
	void threeMethodsAreForbiddenInAnyCase(String method) {
		assertThat(Methods.isForbidden(method)).isTrue();
	}

}
