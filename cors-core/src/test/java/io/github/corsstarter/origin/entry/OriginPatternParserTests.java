package io.github.corsstarter.origin.entry;

import java.util.stream.IntStream;

import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.SyntaxFaults;
import io.github.corsstarter.origin.proof.OriginLanguages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link OriginEntryParser#pattern(String)}.
 */
class OriginPatternParserTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false,
			value = { "https://*.example.com|https://*.example.com", " HTTPS://*.Example.COM/ |https://*.example.com",
					"https://*.example.com:443|https://*.example.com", "https://*|https://*", "http://*:80/|http://*",
					"https://*.example.com:8443|https://*.example.com:8443",
					"https://*.example.com:[8443]|https://*.example.com:8443",
					"https://*.example.com:[443]|https://*.example.com",
					"https://*.example.com:[8443,443,8080,443]|https://*.example.com:[443,8080,8443]",
					"https://*.example.com:*|https://*.example.com:[*]",
					"https://*.example.com:[*]|https://*.example.com:[*]", "http://localhost:[*]|http://localhost:[*]",
					"https://PR-*.Example.com|https://pr-*.example.com",
					"https://a-*-b.*.c*.example.com|https://a-*-b.*.c*.example.com",
					"https://*.m\u00FCnchen.example|https://*.xn--mnchen-3ya.example",
					"https://*\u3002example|https://*.example", "https://*example.com|https://*example.com",
					"https://example.*|https://example.*", "https://*.*|https://*.*", "https://1*|https://1*",
					"https://*.1.example|https://*.1.example", "https://App.example|https://app.example",
					"http://127.1:[*]|http://127.0.0.1:[*]", "http://[0:0::1]:[3000,80]|http://[::1]:[80,3000]",
					"capacitor://*|capacitor://*", "foo://*.Bar:80|foo://*.Bar:80", "foo://Bar:[1,2]|foo://Bar:[1,2]" })
	void normalizesWhatHasOneReading(String text, String expected) {
		OriginPattern pattern = new OriginEntryParser().pattern(text);
		assertThat(pattern).hasToString(expected);
		assertThat(new OriginEntryParser().pattern(expected)).isEqualTo(pattern).hasSameHashCodeAs(pattern);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '\u0001', value = {
			"*|-1|-|A plain * is every origin, not a pattern.",
			"Null|-1|-|The origin null is not a pattern; move the entry to allowed-origins.",
			"*.example.com|0|https://*.example.com|The scheme is missing: an origin begins with a scheme and ://, "
					+ "such as https://.",
			"//*.example.com|0|https://*.example.com|The scheme is missing: an origin begins with a scheme and ://, "
					+ "such as https://.",
			"*://a.example|0|-|The scheme cannot have a wildcard; write one entry for each scheme.",
			"http*://a.example|4|-|The scheme cannot have a wildcard; write one entry for each scheme.",
			"https://**|9|-|There is no wildcard **; a leading *. already is any number of labels.",
			"https://a.**.example.com|11|https://a.*.example.com|There is no wildcard **; a leading *. already is any number "
					+ "of labels.",
			"https://a.example/*|17|https://a.example|An origin ends after host and port, and this one has a path.",
			"https://*.example.com/**|21|https://*.example.com|An origin ends after host and port, and this one has "
					+ "a path.",
			"'https://*.a.example'|0|https://*.a.example|The quotes are part of the value, and no origin has any.",
			"https://*.${DOMAIN}|10|-|The placeholder ${DOMAIN} is not resolved: no property or environment variable "
					+ "of that name is set.",
			"https://*.a.example:[80, 81]|24|https://*.a.example:[80,81]|There is a blank inside the entry, and no "
					+ "origin has any.",
			"https://*. a.example|10|-|There is a blank inside the entry, and no origin has any.",
			"https://*.a.example,https://*.b.example|19|-|One entry holds one origin; make each origin an entry of "
					+ "its own.",
			"https://*.a.example.|19|https://*.a.example|The host ends with a dot, which makes it another origin "
					+ "than the one without.",
			"https://*..example|10|-|There is nothing between two dots of the host.",
			"https://.*.example|8|-|The host begins with a dot; for subdomains write *. in allowed-origin-patterns.",
			"https://[a-z]*.example|13|-|Only a port may follow the IPv6 address.",
			"https://*.!a.example|10|-|The host has the character '!', which no host has.",
			"https://.*.(a).example|11|https://.*\\.(a)\\.example|This looks like a regular expression; move the entry to "
					+ "allowed-origin-regexes.",
			"https://*\\.example|9|-|This looks like a regular expression; move the entry to allowed-origin-regexes.",
			"https://\u00FC*.example|8|-|A label with a wildcard cannot be internationalised; only ASCII letters, "
					+ "digits, '-' and '_' may stand beside the wildcard.",
			"foo://A*.example|6|-|A wildcard is lower-case characters only, so that its label cannot have an "
					+ "upper-case letter.",
			"https://*.stra\u00DFe.example|10|-|The label 'stra\u00DFe' has no punycode form that all browsers and "
					+ "libraries agree on; write it in punycode (xn--...), as the browser sends it.",
			"https://a.example:80*|20|-|A port cannot have a wildcard inside; write a list such as [8080,8443], or "
					+ "[*] for any port.",
			"https://a.example:[80,*]|22|-|A port cannot have a wildcard inside; write a list such as [8080,8443], "
					+ "or [*] for any port.",
			"https://a.example:[8080|23|https://a.example:8080|The bracket of the port list is not closed.",
			"https://a.example:[]|19|-|The list of ports has an empty element.",
			"https://a.example:[80,]|22|-|The list of ports has an empty element.",
			"https://a.example:[80,70000]|22|-|A port is a number between 1 and 65535.",
			"https://a.example:[8080-8090]|23|-|A port is a number between 1 and 65535.",
			"https://a.example:[0080]|19|https://a.example:80|A port has no leading zeros.",
			"https://a.example:|17|https://a.example|The port is missing after the colon.",
			"http://*.example.1|17|-|A host whose last label is a number is an IP address, which a wildcard never "
					+ "matches.",
			"http://1.2.3.4.*|15|-|A host whose last label is a number is an IP address, which a wildcard never "
					+ "matches.",
			"http://256.1.1.1|7|-|A host whose last label is a number is an IPv4 address, and this one is none." })
	void refusesWhatIsNoPatternAndSaysWhy(String text, int position, String suggestion, String message) {
		assertThatExceptionOfType(OriginSyntaxException.class).isThrownBy(() -> new OriginEntryParser().pattern(text))
			.satisfies((ex) -> {
				assertThat(ex).hasMessage(message);
				assertThat(ex.position()).isEqualTo(position);
				assertThat(SyntaxFaults.vetted(ex)).isEqualTo(suggestion);
				assertThat(ex.input()).isEqualTo(text);
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = ' ',
			value = { "http://192.168.*.* 15 http://192\\.168\\.\\d{1,3}\\.\\d{1,3}",
					"http://192.168.*:[*] 15 http://192\\.168\\.\\d{1,3}\\.\\d{1,3}(:\\d{1,5})?",
					"http://10.1*.0.1:8080 11 http://10\\.1\\d{1,2}\\.0\\.1:8080",
					"http://10.0.*.1:[80,81,82] 12 http://10\\.0\\.\\d{1,3}\\.1(:(81|82))?",
					"http://10.*:[81,82] 10 http://10\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}:(81|82)",
					"http://10.*.*.* 10 http://10\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}",
					"x+y://10.* 9 x\\+y://10\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}",
					"http://[fe80::*] 14 http://\\[fe80::[0-9a-f:]+\\]" })
	void wildcardInAddressIsRefusedWithTheRegexToWrite(String text, int position, String regex) {
		assertThatExceptionOfType(OriginSyntaxException.class).isThrownBy(() -> new OriginEntryParser().pattern(text))
			.withMessage("A wildcard never matches an IP address; write the address out.")
			.satisfies((ex) -> {
				assertThat(ex.position()).isEqualTo(position);
				assertThat(SyntaxFaults.vetted(ex)).isEqualTo(regex);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://198.51.100.*", "http://*.0.0.1", "http://*.1:[81,82]", "http://[2*::1]" })
	void noRegexIsProposedForTheAddressesOfStrangers(String text) {
		assertThatExceptionOfType(OriginSyntaxException.class).isThrownBy(() -> new OriginEntryParser().pattern(text))
			.withMessage("A wildcard never matches an IP address; write the address out.")
			.satisfies((ex) -> assertThat(SyntaxFaults.vetted(ex)).isNull());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "https://", "https://:80", "file:///*" })
	void hostMayNotBeMissing(String text) {
		assertThatExceptionOfType(OriginSyntaxException.class).isThrownBy(() -> new OriginEntryParser().pattern(text));
	}

	@Test
	void lengthsAreLimited() {
		assertThatExceptionOfType(OriginSyntaxException.class)
			.isThrownBy(() -> new OriginEntryParser().pattern("https://*" + "a".repeat(63) + ".example"))
			.withMessage("A label of the host has 64 characters, and no host name has one of more than 63.");
		assertThatExceptionOfType(OriginSyntaxException.class)
			.isThrownBy(() -> new OriginEntryParser().pattern("https://*" + ".a".repeat(127)))
			.withMessage("The host has 255 characters, and no host has more than 253.");
	}

	@Test
	void partsAreExposed() {
		OriginPattern pattern = new OriginEntryParser().pattern("https://*.Example.com:[8443,443]");
		assertThat(pattern.scheme()).isEqualTo("https");
		assertThat(pattern.host()).isEqualTo("*.example.com");
		assertThat(pattern.hasWildcard()).isTrue();
		assertThat(pattern.ports().toArray()).containsExactly(443, 8443);
		assertThat(new OriginEntryParser().pattern("http://localhost:*")).satisfies((open) -> {
			assertThat(open.hasWildcard()).isFalse();
			assertThat(open.ports().toArray()).isNull();
		});
		assertThat(new OriginEntryParser().pattern("capacitor://localhost").ports().toArray()).containsExactly(-1);
	}

	@Test
	void detailedStringHasCaretUnderTheFault() {
		assertThatExceptionOfType(OriginSyntaxException.class)
			.isThrownBy(() -> new OriginEntryParser().pattern(" http://192.168.*.* "))
			.satisfies((ex) -> assertThat(ex.toDetailedString())
				.endsWith("\nhttp://192.168.*.*\n" + " ".repeat("http://192.168.".length()) + "^"));
	}

	@Test
	void listOfVeryManyPortsIsRefused() {
		String ports = String.join(",", IntStream.rangeClosed(1, 1001).mapToObj(String::valueOf).toList());
		assertThatExceptionOfType(OriginSyntaxException.class)
			.isThrownBy(() -> new OriginEntryParser().pattern("https://*.example.com:[" + ports + "]"))
			.satisfies((ex) -> assertThat(ex.position()).isEqualTo("https://*.example.com:".length()))
			.satisfies((ex) -> assertThat(SyntaxFaults.vetted(ex)).isEqualTo("https://*.example.com:[*]"))
			.withMessage("A list has at most 1000 ports; write [*] for any port.");
		String most = ports.substring(0, ports.lastIndexOf(','));
		OriginPattern pattern = new OriginEntryParser().pattern("https://*.example.com:[" + most + "]");
		assertThat(new OriginLanguages().of(pattern).confinement().owners()).containsExactly("example.com");
	}

}
