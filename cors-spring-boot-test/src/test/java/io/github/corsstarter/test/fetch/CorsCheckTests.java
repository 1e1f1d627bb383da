package io.github.corsstarter.test.fetch;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsCheck}. The sentences themselves are compared with Chromium's.
 */
class CorsCheckTests {

	private static final String PAGE = "https://app.example.com";

	private static final String ALLOW = "Access-Control-Allow-Origin: ";

	private static final String TRUE = "Access-Control-Allow-Credentials: true";

	@Test
	void pageOrWildcardIsEnoughWithoutCredentials() {
		assertThat(sentence(false, ALLOW + PAGE)).isNull();
		assertThat(sentence(false, ALLOW + "*")).isNull();
		assertThat(sentence(false, ALLOW + "*", "Access-Control-Allow-Credentials: nonsense")).isNull();
	}

	@Test
	void credentialsNeedThePageAndTrue() {
		assertThat(sentence(true, ALLOW + PAGE, TRUE)).isNull();
		assertThat(sentence(true, ALLOW + "*", TRUE)).contains("must not be the wildcard");
		assertThat(sentence(true, ALLOW + PAGE)).contains("header in the response is ''");
	}

	@ParameterizedTest
	@ValueSource(strings = { "TRUE", "True", "1", "true, true", "" })
	void onlyTrueIsTrue(String value) {
		assertThat(sentence(true, ALLOW + PAGE, "Access-Control-Allow-Credentials: " + value))
			.contains("header in the response is '" + value + "'");
	}

	@Test
	void headerHasToBeThere() {
		assertThat(sentence(false)).startsWith("No 'Access-Control-Allow-Origin' header is present");
	}

	@Test
	void oneValueOnly() {
		assertThat(sentence(false, ALLOW + PAGE, ALLOW + PAGE))
			.contains("contains multiple values '" + PAGE + ", " + PAGE + "'");
		assertThat(sentence(false, ALLOW + "* ," + PAGE)).contains("contains multiple values");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://APP.example.com", "http://app.example.com", "https://app.example.com/",
			"https://app.example.com:443", "null", "https://*.example.com" })
	void anotherOriginIsNotThePage(String value) {
		assertThat(sentence(false, ALLOW + value)).contains("has a value '" + value + "' that is not equal");
	}

	@ParameterizedTest
	@ValueSource(strings = { "app.example.com", "*.example.com", "nonsense", "https://", "" })
	void whatIsNoOriginIsInvalid(String value) {
		assertThat(sentence(false, ALLOW + value)).contains("contains the invalid value '" + value + "'");
	}

	@Test
	void pageWithoutAnOriginIsNull() {
		CorsCheck check = new CorsCheck("null", true);
		assertThat(check.check(ScriptedServer.headers(ALLOW + "null", TRUE))).isNull();
	}

	@Test
	void remedyNamesTheHeader() {
		NetworkError error = new CorsCheck(PAGE, true).check(ScriptedServer.headers(ALLOW + "*"));
		assertThat(error).isNotNull();
		assertThat(error.remedy()).isEqualTo("send Access-Control-Allow-Origin: https://app.example.com and "
				+ "Access-Control-Allow-Credentials: true in place of the wildcard, or let the page fetch without "
				+ "credentials");
	}

	private static @Nullable String sentence(boolean credentials, String... lines) {
		NetworkError error = new CorsCheck(PAGE, credentials).check(ScriptedServer.headers(lines));
		return (error != null) ? error.sentence() : null;
	}

}
