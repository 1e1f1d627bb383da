package io.github.corsstarter.validation.rule;

import io.github.corsstarter.validation.Validation;
import io.github.corsstarter.validation.report.RuleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code private-network-origin}.
 */
class PrivateNetworkOriginRuleTests {

	private static final RuleId RULE = RuleId.PRIVATE_NETWORK_ORIGIN;

	@ParameterizedTest
	@ValueSource(strings = { "http://10.0.0.1", "https://172.16.0.1", "https://172.31.255.255",
			"http://192.168.0.1:8080", "http://100.64.0.1", "http://169.254.1.1", "http://[fd00::1]",
			"http://[fe80::1]", "https://intranet", "https://printer.local", "https://app.internal",
			"https://wiki.home.arpa", "http://host.docker.internal", "http://[::ffff:10.0.0.1]" })
	void warnsInProduction(String origin) {
		assertThat(Validation.production().base((base) -> base.allowedOrigins(origin)).found())
			.containsExactly("private-network-origin warn cors.allowed-origins[0]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://11.0.0.1", "https://172.32.0.1", "https://100.128.0.1", "https://192.169.0.1",
			"https://[2001:db8::1]", "https://app.example.com", "https://local.example.com", "app://intranet" })
	void acceptsPublicHosts(String origin) {
		assertThat(Validation.production().base((base) -> base.allowedOrigins(origin)).found()).isEmpty();
	}

	@Test
	void isNotLookedForOutsideProduction() {
		assertThat(Validation.development()
			.base((base) -> base.allowedOrigins("http://10.0.0.1"))
			.severity("private-network-origin", "error")
			.waiver("private-network-origin", "http://10.0.0.1", "the office")
			.found()).isEmpty();
	}

	@Test
	void findsPatternsAndExpressions() {
		assertThat(Validation.production()
			.base((base) -> base.allowedOriginPatterns("https://*.corp")
				.allowedOriginRegexes("http://192\\.168\\.1\\.\\d+"))
			.found(RULE)).containsExactly("private-network-origin warn cors.allowed-origin-patterns[0]",
					"private-network-origin warn cors.allowed-origin-regexes[0]");
	}

	@Test
	void doesNotRepeatWhatIsReportedAlready() {
		assertThat(Validation.production()
			.base((base) -> base.allowedOriginRegexes("https://(intranet|localhost)", "https://[a-z.]*"))
			.found(RULE)).isEmpty();
	}

}
