package io.github.corsstarter.origin.entry;

import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.SyntaxFaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ExactOrigin}.
 */
class ExactOriginTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
			"https://a.example|https://a.example", " https://a.example\t|https://a.example",
			"\u2003https://a.example\u00A0|https://a.example", "HTTPS://App.Example.COM|https://app.example.com",
			"https://a.example/|https://a.example", "https://a.example:443|https://a.example",
			"https://a.example:443/|https://a.example", "http://a.example:80|http://a.example",
			"wss://a.example:443|wss://a.example", "http://a.example:443|http://a.example:443", "NULL|null",
			" Null |null", "http://2130706433|http://127.0.0.1", "http://0x7F.1|http://127.0.0.1",
			"http://127.1|http://127.0.0.1", "http://0177.0.0.01|http://127.0.0.1", "http://1.2.3|http://1.2.0.3",
			"http://0|http://0.0.0.0", "http://0x|http://0.0.0.0", "http://4294967295|http://255.255.255.255",
			"http://192.168.0.1:8080|http://192.168.0.1:8080", "http://[::1]|http://[::1]",
			"http://[0:0:0:0:0:0:0:1]:3000|http://[::1]:3000", "http://[::FFFF:127.0.0.1]|http://[::ffff:7f00:1]",
			"http://[2001:DB8:0:0:1:0:0:1]|http://[2001:db8::1:0:0:1]",
			"http://[1:2:3:4:5:6:7::]|http://[1:2:3:4:5:6:7:0]", "http://[0:1:2:3:4:5:6:7]|http://[0:1:2:3:4:5:6:7]",
			"http://[::]|http://[::]", "http://[1:0:0:2:0:0:0:3]|http://[1:0:0:2::3]",
			"http://[1:2:3:4:5:6:1.2.3.4]|http://[1:2:3:4:5:6:102:304]",
			"https://m\u00FCnchen.example|https://xn--mnchen-3ya.example",
			"https://M\u00DCNCHEN.example|https://xn--mnchen-3ya.example",
			"https://mu\u0308nchen.example|https://xn--mnchen-3ya.example",
			"https://\uFF41\uFF42.example|https://ab.example", "https://a\u3002example|https://a.example",
			"https://\u4F8B\u3048.\u30C6\u30B9\u30C8|https://xn--r8jz45g.xn--zckzah",
			"https://\u05D0\u05D1.example|https://xn--4dbc.example",
			"https://caf\u00E9.Example:8443/|https://xn--caf-dma.example:8443",
			"https://\u03A3\u039F\u03A6\u0399\u0391.example|https://xn--mxaprpq.example",
			"http://\uFF11\uFF12\uFF17.1|http://127.0.0.1",
			"https://XN--MNCHEN-3YA.example|https://xn--mnchen-3ya.example",
			"capacitor://localhost|capacitor://localhost", "app://.|app://.", "APP://.:80/|app://.:80",
			"Capacitor://LocalHost/|capacitor://LocalHost", "foo://127.1|foo://127.1", "foo://[0:0::1]|foo://[::1]",
			"foo://a:80|foo://a:80", "ws://a.example|ws://a.example", "file://host|file://host",
			"https://a_b.example|https://a_b.example" })
	void normalizesWhatHasOneReading(String text, String expected) {
		assertThat(ExactOrigin.parse(text)).hasToString(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '\u0001', value = {
			"a.example|0|https://a.example|"
					+ "The scheme is missing: an origin begins with a scheme and ://, such as https://.",
			"//a.example|0|https://a.example|"
					+ "The scheme is missing: an origin begins with a scheme and ://, such as https://.",
			"://a.example|0|https://a.example|"
					+ "The scheme is missing: an origin begins with a scheme and ://, such as https://.",
			"A.example:8443/x|0|https://a.example:8443|"
					+ "The scheme is missing: an origin begins with a scheme and ://, such as https://.",
			"localhost:3000|0|http://localhost:3000|"
					+ "The scheme is missing: an origin begins with a scheme and ://, such as https://.",
			"localhost|0|http://localhost|"
					+ "The scheme is missing: an origin begins with a scheme and ://, such as https://.",
			"127.0.0.1:3000|0|http://127.0.0.1:3000|"
					+ "The scheme is missing: an origin begins with a scheme and ://, such as https://.",
			"[::1]:3000|0|http://[::1]:3000|"
					+ "The scheme is missing: an origin begins with a scheme and ://, such as https://.",
			"app|0|-|The scheme is missing: an origin begins with a scheme and ://, such as https://.",
			"a.example/?u=https://b|0|https://a.example|"
					+ "The scheme is missing: an origin begins with a scheme and ://, such as https://.",
			"mailto:me@a.example|0|-|"
					+ "The scheme is missing: an origin begins with a scheme and ://, such as https://.",
			"data:text/html|0|-|The scheme is missing: an origin begins with a scheme and ://, such as https://.",
			"https:a.example|5|https://a.example|The scheme and the host are separated by ://.",
			"https:/a.example|5|https://a.example|The scheme and the host are separated by ://.",
			"https//a.example|5|https://a.example|The scheme and the host are separated by ://.",
			"https;//a.example|5|https://a.example|The scheme and the host are separated by ://.",
			"https:\\\\a.example|5|https://a.example|The scheme and the host are separated by ://.",
			"https:\\\\dev.example|5|https://dev.example|The scheme and the host are separated by ://.",
			"https?://a.example|5|https?://a\\.example|"
					+ "This looks like a regular expression; move the entry to allowed-origin-regexes.",
			"https://a\\.example|9|https://a\\.example|"
					+ "This looks like a regular expression; move the entry to allowed-origin-regexes.",
			"^https://a.example$|0|^https://a\\.example$|"
					+ "This looks like a regular expression; move the entry to allowed-origin-regexes.",
			"ht_tp://a.example|2|-|" + "The scheme has a character that no scheme has: "
					+ "a scheme begins with a letter and goes on with letters, digits, '+', '-' and '.'.",
			"1http://a.example|0|-|" + "The scheme has a character that no scheme has: "
					+ "a scheme begins with a letter and goes on with letters, digits, '+', '-' and '.'.",
			"https://a.example/path|17|https://a.example|"
					+ "An origin ends after host and port, and this one has a path.",
			"https://a.example//|17|https://a.example|An origin ends after host and port, and this one has a path.",
			"https://a.example\\b|17|https://a.example|An origin ends after host and port, and this one has a path.",
			"https://a.example?q=1|17|https://a.example|"
					+ "An origin ends after host and port, and this one has a query.",
			"https://a.example#/|17|https://a.example|"
					+ "An origin ends after host and port, and this one has a fragment.",
			"https://me:pw@a.example|8|https://a.example|An origin has no user info; browsers never send any.",
			"https://a@b@a.example/x|21|https://a.example|"
					+ "An origin ends after host and port, and this one has a path.",
			"'https://a.example'|0|https://a.example|The quotes are part of the value, and no origin has any.",
			"\"https://a.example/\"|0|https://a.example|The quotes are part of the value, and no origin has any.",
			"https://a.example\u201D|17|https://a.example|The quotes are part of the value, and no origin has any.",
			"https://${HOST}|8|-|" + "The placeholder ${HOST} is not resolved: "
					+ "no property or environment variable of that name is set.",
			"${ORIGIN:|0|-|" + "The placeholder ${ORIGIN: is not resolved: "
					+ "no property or environment variable of that name is set.",
			"https://a .example|9|-|There is a blank inside the entry, and no origin has any.",
			"https://a\u00A0.example|9|-|There is a blank inside the entry, and no origin has any.",
			"https://a\u00ADb.example|9|https://ab.example|"
					+ "There is a character inside the entry that cannot be seen (U+00AD).",
			"https://a\u200B.example|9|https://a.example|"
					+ "There is a character inside the entry that cannot be seen (U+200B).",
			"https://a.example,https://b.example|17|-|"
					+ "One entry holds one origin; make each origin an entry of its own.",
			"https://a.example.|17|https://a.example|"
					+ "The host ends with a dot, which makes it another origin than the one without.",
			"https://.a.example|8|-|The host begins with a dot; for subdomains write *. in allowed-origin-patterns.",
			"https://.|8|-|The host begins with a dot; for subdomains write *. in allowed-origin-patterns.",
			"https://a..example|10|-|There is nothing between two dots of the host.",
			"https://|8|-|The host is missing.", "https:///a|8|-|The host is missing.",
			"https://:80|8|-|The host is missing.",
			"file:///tmp/x|7|-|A file has no host: browsers send the origin null for pages opened from disk.",
			"https://a.example:|17|https://a.example|The port is missing after the colon.",
			"https://a.example:0|18|-|A port is a number between 1 and 65535.",
			"https://a.example:65536|18|-|A port is a number between 1 and 65535.",
			"https://a.example:99999999999999999999|18|-|A port is a number between 1 and 65535.",
			"https://a.example:80x|20|-|A port is a number between 1 and 65535.",
			"https://a.example:08443|18|https://a.example:8443|A port has no leading zeros.",
			"https://a.example:0443|18|https://a.example|A port has no leading zeros.",
			"https://a.example:80:81|20|-|A port is a number between 1 and 65535.",
			"https://*.example.com|8|-|"
					+ "A wildcard is only understood in allowed-origin-patterns; move the entry there.",
			"*.example.com|0|-|A wildcard is only understood in allowed-origin-patterns; move the entry there.",
			"*|-1|-|A plain * is every origin, not one.",
			"https://a%2Eb|9|-|A host is not percent-encoded in an origin.",
			"https://a!b|9|-|The host has the character '!', which no host has.",
			"foo://m\u00FCnchen|7|-|"
					+ "Only hosts of http, https, ws and wss may have characters beyond ASCII, and U+00FC is one.",
			"http://a.256|7|-|A host whose last label is a number is an IPv4 address, and this one is none.",
			"http://256.0.0.1|7|-|A host whose last label is a number is an IPv4 address, and this one is none.",
			"http://4294967296|7|-|A host whose last label is a number is an IPv4 address, and this one is none.",
			"http://1.2.3.4.5|7|-|A host whose last label is a number is an IPv4 address, and this one is none.",
			"http://08|7|-|A host whose last label is a number is an IPv4 address, and this one is none.",
			"http://[::g]|7|-|What stands in brackets is not an IPv6 address.",
			"http://[]|7|-|What stands in brackets is not an IPv6 address.",
			"http://[1:2:3:4:5:6:7:8::]|7|-|What stands in brackets is not an IPv6 address.",
			"http://[1.2.3.4::]|7|-|What stands in brackets is not an IPv6 address.",
			"http://[fe80::1%eth0]|7|-|An IPv6 address has no zone in an origin.",
			"http://[::1|7|-|The bracket of the IPv6 address is not closed.",
			"http://[::1]3000|12|-|Only a port may follow the IPv6 address.",
			"http://::1|7|http://[::1]|An IPv6 address stands in brackets." })
	void refusesWhatIsNoOriginAndSaysWhy(String text, int position, String suggestion, String message) {
		assertThatExceptionOfType(OriginSyntaxException.class).isThrownBy(() -> ExactOrigin.parse(text))
			.satisfies((ex) -> {
				assertThat(ex).hasMessage(message);
				assertThat(ex.position()).isEqualTo(position);
				assertThat(SyntaxFaults.vetted(ex)).isEqualTo(suggestion);
				assertThat(ex.input()).isEqualTo(text);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "stra\u00DFe", "STRA\u1E9EE", "\u03BF\u03B4\u03CC\u03C2", "a\u200Db", "\u0646\u200C\u0627",
			"\u2603", "\uD83D\uDCA9", "\u2100", "a\u2024b", "\u10A0", "\u04C0", "\u0130", "\u0301a", "\u3164",
			"\uD87E\uDC68", "\uD800", "\u05D0a", "a\u034Fb", "\u2474", "\u0378", "\uA7AE" })
	void labelWithMoreThanOneReadingMustBeWrittenInPunycode(String label) {
		assertThatExceptionOfType(OriginSyntaxException.class)
			.isThrownBy(() -> ExactOrigin.parse("https://a." + label + ".example"))
			.satisfies((ex) -> {
				assertThat(ex.position()).isEqualTo(10);
				assertThat(ex.suggestion()).isNull();
			})
			.withMessage("The label '" + label + "' has no punycode form that all browsers and libraries agree on; "
					+ "write it in punycode (xn--...), as the browser sends it.");
	}

	@Test
	void lengthsAreLimited() {
		assertThatExceptionOfType(OriginSyntaxException.class)
			.isThrownBy(() -> ExactOrigin.parse("https://" + "a".repeat(64) + ".example"))
			.withMessage("A label of the host has 64 characters, and no host name has one of more than 63.");
		assertThatExceptionOfType(OriginSyntaxException.class)
			.isThrownBy(() -> ExactOrigin.parse("https://" + "a.".repeat(127) + "b"))
			.withMessage("The host has 255 characters, and no host has more than 253.");
		assertThatExceptionOfType(OriginSyntaxException.class)
			.isThrownBy(() -> ExactOrigin.parse("a".repeat(509) + "://b"))
			.withMessage("The origin has 513 characters, and none has more than 512.");
	}

	@Test
	void blankIsNoOrigin() {
		assertThatExceptionOfType(OriginSyntaxException.class).isThrownBy(() -> ExactOrigin.parse(" \t"))
			.withMessage("The entry is blank.");
	}

	@Test
	void detailedStringHasCaretUnderTheFault() {
		assertThatExceptionOfType(OriginSyntaxException.class)
			.isThrownBy(() -> ExactOrigin.parse("  https://a.example/path "))
			.satisfies((ex) -> assertThat(ex.toDetailedString()).isEqualTo("""
					An origin ends after host and port, and this one has a path.
					https://a.example/path
					                 ^"""));
	}

	@Test
	void detailedStringHasNoCaretWhenTheWholeEntryIsMeant() {
		assertThatExceptionOfType(OriginSyntaxException.class).isThrownBy(() -> ExactOrigin.parse("*"))
			.satisfies((ex) -> assertThat(ex.toDetailedString()).isEqualTo("A plain * is every origin, not one.\n*"));
	}

}
