package io.github.corsstarter.origin.data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OriginJudge}.
 */
class OriginJudgeTests {

	private static final OriginJudge STRICT = new OriginJudge(true, true);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			https://app.example.com             | https://app.example.com
			'  HTTPS://App.Example.com/ '       | https://app.example.com
			https://app.example.com:443         | https://app.example.com
			https://app.example.com:8443        | https://app.example.com:8443
			https://bücher.example              | https://xn--bcher-kva.example
			https://*.example.com               | https://*.example.com
			https://*.example.com:8443          | https://*.example.com:8443
			https://*.example.com:[8080,8443]   | https://*.example.com:[8080,8443]
			app://.                             | app://.
			""")
	void acceptsSafeEntriesInTheirNormalisedSpelling(String entry, String normalized) {
		JudgedOrigin judged = STRICT.judge(entry);
		assertThat(judged.rule()).isNull();
		assertThat(judged.normalized()).isEqualTo(normalized);
		assertThat(judged.isRefused()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			*                                   | wildcard-with-credentials
			https://*                           | wildcard-with-credentials
			null                                | null-origin
			NULL                                | null-origin
			app.example.com                     | invalid-origin
			https://app.example.com/path        | invalid-origin
			https://app example.com             | invalid-origin
			''                                  | invalid-origin
			https://app-*.example.com           | invalid-pattern
			https://*.a.*.example.com           | invalid-pattern
			https://**.example.com              | invalid-pattern
			https://*.example.com:*             | invalid-pattern
			https://app.example.com:[*]         | invalid-pattern
			*://app.example.com                 | invalid-pattern
			https://*.github.io                 | unbounded-origins
			https://*.co.uk                     | unbounded-origins
			https://*.com                       | unbounded-origins
			https://*.nip.io                    | unbounded-origins
			https://*.10.0.0.1.nip.io           | unbounded-origins
			https://*.vercel.app                | unbounded-origins
			https://localhost:3000              | localhost-origin
			http://127.0.0.1                    | localhost-origin
			https://*.localhost                 | localhost-origin
			https://lvh.me                      | localhost-origin
			https://192.168.0.1                 | private-network-origin
			https://intranet                    | private-network-origin
			https://*.corp                      | private-network-origin
			http://app.example.com              | insecure-origin
			http://*.example.com                | insecure-origin
			ws://app.example.com                | unmatchable-origin
			WSS://*.example.com                 | unmatchable-origin
			file:///                            | unmatchable-origin
			https://xn--a.example.com           | unmatchable-origin
			https://*.xn--a.example.com         | unmatchable-origin
			""")
	void refusesWhatNoPolicyShouldAllow(String entry, String rule) {
		JudgedOrigin judged = STRICT.judge(entry);
		assertThat(judged.rule()).isEqualTo(rule);
		assertThat(judged.message()).isNotBlank();
		assertThat(judged.isRefused()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "http://localhost:3000", "https://*.localhost", "https://192.168.0.1", "https://intranet" })
	void takesOriginsOfTheOwnMachineOutsideProduction(String entry) {
		assertThat(new OriginJudge(false, true).judge(entry).rule()).isNull();
	}

	@Test
	void takesPlainHttpWithoutCredentials() {
		assertThat(new OriginJudge(true, false).judge("http://app.example.com").rule()).isNull();
		assertThat(new OriginJudge(true, false).judge("*").rule()).isEqualTo("wildcard-origin");
	}

	@Test
	void refusesAnythingThatIsTooLongOrMissing() {
		assertThat(STRICT.judge("https://" + "a".repeat(100_000)).rule()).isEqualTo("invalid-origin");
		assertThat(STRICT.judge(null).rule()).isEqualTo("invalid-origin");
	}

}
