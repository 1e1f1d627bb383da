package io.github.corsstarter.policy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MethodAllowlist}.
 */
class MethodAllowlistTests {

	@Test
	void getImpliesHeadWhichTheAnswerDoesNotShow() {
		MethodAllowlist methods = allowlist("get", "PUT");
		assertThat(methods.allows("HEAD")).isTrue();
		assertThat(methods.answer("HEAD")).isEqualTo("GET, PUT");
	}

	@Test
	void methodsAreComparedByteByByte() {
		MethodAllowlist methods = allowlist("put", "Custom");
		assertThat(methods.allows("PUT")).isTrue();
		assertThat(methods.allows("put")).isFalse();
		assertThat(methods.allows("Custom")).isTrue();
		assertThat(methods.allows("CUSTOM")).isFalse();
	}

	@Test
	void patchIsUpperCased() {
		assertThat(allowlist("patch").allows("PATCH")).isTrue();
		assertThat(allowlist("patch").allows("patch")).isFalse();
	}

	@Test
	void anyAnswersTheRequestedMethod() {
		assertThat(allowlist("*").allows("PURGE")).isTrue();
		assertThat(allowlist("*").answer("PURGE")).isEqualTo("PURGE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "*", "", "PUT, POST", "P T", "CONNECT", "trace", "Track", "G\u00cbT" })
	void anyDoesNotAllowWhatBrowsersNeverSend(String method) {
		assertThat(allowlist("*").allows(method)).isFalse();
	}

	@Test
	void anyAllowsAtMost64Bytes() {
		assertThat(allowlist("*").allows("M".repeat(64))).isTrue();
		assertThat(allowlist("*").allows("M".repeat(65))).isFalse();
	}

	@Test
	void moreThan64BytesAreNotAllowedByTheirNameEither() {
		assertThat(allowlist("M".repeat(64)).allows("M".repeat(64))).isTrue();
		assertThat(allowlist("M".repeat(65)).allows("M".repeat(65))).isFalse();
	}

	private static MethodAllowlist allowlist(String... methods) {
		return MethodAllowlist.of(ConfiguredList.of("cors.allowed-methods", List.of(methods)));
	}

}
