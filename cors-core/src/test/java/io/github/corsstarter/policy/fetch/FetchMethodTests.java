package io.github.corsstarter.policy.fetch;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link FetchMethod}.
 */
class FetchMethodTests {

	@ParameterizedTest
	@CsvSource({ "get, GET", "Put, PUT", "options, OPTIONS", "patch, patch", "Patch, Patch", "PATCH, PATCH",
			"purge, purge" })
	void browsersSendPatchAsScriptsSpellIt(String method, String sent) {
		assertThat(FetchMethod.sent(method)).isEqualTo(sent);
	}

	@ParameterizedTest
	@CsvSource({ "GET, true", "HEAD, true", "POST, true", "PUT, false", "OPTIONS, false", "get, false" })
	void threeMethodsAreSafelisted(String method, boolean safelisted) {
		assertThat(FetchMethod.isSafelisted(method)).isEqualTo(safelisted);
	}

}
