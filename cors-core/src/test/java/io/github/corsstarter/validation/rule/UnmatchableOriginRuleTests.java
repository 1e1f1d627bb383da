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
			.base((base) -> base.allowedOrigins("capacitor://localhost", "chrome-ext://abc", "app://.")
				.allowedOriginPatterns("app://*")
				.allowedOriginRegexes("ionic://local.*", "(moz|chrome)-extension://.*", "electron://\\."))
			.found()).containsExactly("redundant-origin warn cors.allowed-origins[2]");
	}

	@Test
	void namesTheLabelThatIsNoPunycode() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("https://xn--bcher-kva.xn--f:8443"))
			.violation(RuleId.UNMATCHABLE_ORIGIN)).satisfies((violation) -> {
				assertThat(violation.message())
					.isEqualTo("The label 'xn--f' is not valid punycode, and browsers refuse every URL with it.");
				assertThat(violation.remedy()).isEqualTo("Correct or remove the entry in cors.allowed-origins.");
			});
	}

	@Test
	void refusesHostsThatAreNoPunycode() {
		Validation validation = Validation.development()
			.base((base) -> base
				.allowedOrigins("https://xn--f", "https://a.XN--F.example:8443", "https://xn--bcher-kva.example",
						"app://xn--f")
				.allowedOriginPatterns("https://*.xn--f.example", "https://xn--f.example:[*]", "https://xn--*.example",
						"https://*.xn--bcher-kva.example")
				.allowedOriginRegexes("https://(a|b)\\.xn--f\\.example", "https://xn--[fg]\\.example",
						"https://(xn--)?f\\.example", "https://xn--.*\\.example"));
		assertThat(validation.found(RuleId.UNMATCHABLE_ORIGIN)).containsExactly(
				"unmatchable-origin error cors.allowed-origins[0]", "unmatchable-origin error cors.allowed-origins[1]",
				"unmatchable-origin error cors.allowed-origin-patterns[0]",
				"unmatchable-origin error cors.allowed-origin-patterns[1]",
				"unmatchable-origin error cors.allowed-origin-regexes[0]",
				"unmatchable-origin error cors.allowed-origin-regexes[1]");
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
