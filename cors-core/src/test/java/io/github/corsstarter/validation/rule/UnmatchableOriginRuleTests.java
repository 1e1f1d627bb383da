package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.RuleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code unmatchable-origin}.
 */
class UnmatchableOriginRuleTests {

	@ParameterizedTest
	@CsvSource({ "ws://a.example:8080, http://a.example:8080", "WSS://a.example/, https://a.example",
			"wss://a.example/chat, https://a.example" })
	void correctsWebSocketOrigins(String origin, String correction) {
		Validation validation = Validation.development().base((base) -> base.allowedOrigins(origin));
		assertThat(validation.found()).containsExactly("unmatchable-origin error cors.allowed-origins[0]");
		assertThat(validation.violation(RuleId.UNMATCHABLE_ORIGIN).remedy())
			.isEqualTo("Write " + correction + " in cors.allowed-origins.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "file://", "file:///home/me/page.html", "data://x", "ftp://a.example" })
	void refusesSchemesWhosePagesHaveNoOriginOfTheirOwn(String origin) {
		assertThat(Validation.development().base((base) -> base.allowedOrigins(origin)).found())
			.containsExactly("unmatchable-origin error cors.allowed-origins[0]");
	}

	@Test
	void correctsPatternsOfWebSockets() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOriginPatterns("wss://*.example.com:[*]"))
			.violation(RuleId.UNMATCHABLE_ORIGIN)
			.remedy()).isEqualTo("Write https://*.example.com:[*] in cors.allowed-origin-patterns.");
	}

	@ParameterizedTest
	@CsvSource({ "https://App\\.example\\.com, https://app\\.example\\.com",
			"https://app\\.example\\.com/path, https://app\\.example\\.com",
			"app\\.example\\.com, https://app\\.example\\.com", ".*\\.EXAMPLE\\.COM, .*\\.example\\.com",
			"ws.*\\.example\\.com, http.*\\.example\\.com" })
	void correctsExpressionsThatNoOriginMatches(String regex, String correction) {
		Validation validation = Validation.development().base((base) -> base.allowedOriginRegexes(regex));
		assertThat(validation.found(RuleId.UNMATCHABLE_ORIGIN))
			.containsExactly("unmatchable-origin error cors.allowed-origin-regexes[0]");
		assertThat(validation.violation(RuleId.UNMATCHABLE_ORIGIN).remedy())
			.isEqualTo("Write " + correction + " in cors.allowed-origin-regexes.");
	}

	@Test
	void acceptsOriginsOfApplications() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("capacitor://localhost", "chrome-extension://abc")
				.allowedOriginRegexes("ionic://local.*", "(moz|chrome)-extension://.*"))
			.found(RuleId.UNMATCHABLE_ORIGIN)).isEmpty();
	}

	@Test
	void sendsNullToTheOrigins() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOriginRegexes("^null$"))
			.violation(RuleId.UNMATCHABLE_ORIGIN)
			.remedy()).isEqualTo(
					"Remove the entry from cors.allowed-origin-regexes, and write null in " + "cors.allowed-origins.");
	}

	@Test
	void proposesNoPatternThatAcceptsOtherOwners() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOriginPatterns("wss://*"))
			.violation(RuleId.UNMATCHABLE_ORIGIN)
			.remedy()).isEqualTo("Correct or remove the entry in cors.allowed-origin-patterns.");
	}

}
