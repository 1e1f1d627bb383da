package io.github.corsstarter.origin;

import io.github.corsstarter.origin.entry.ExactOrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Origin} as browsers send it.
 */
class OriginTests {

	@ParameterizedTest
	@CsvSource({ "https://a.example,https,a.example,443", "http://a.example,http,a.example,80",
			"http://a.example:443,http,a.example,443", "https://a.example:80,https,a.example,80",
			"https://a.example:1,https,a.example,1", "https://a.example:65535,https,a.example,65535",
			"ws://a.example,ws,a.example,80", "wss://a.example:8443,wss,a.example,8443",
			"http://localhost:3000,http,localhost,3000", "https://a,https,a,443", "https://a_b.c-d,https,a_b.c-d,443",
			"https://-a-.example,https,-a-.example,443",
			"https://xn--mnchen-3ya.example,https,xn--mnchen-3ya.example,443", "https://1.2.3.a4,https,1.2.3.a4,443",
			"https://0xg,https,0xg,443", "https://1.0xg,https,1.0xg,443", "http://127.0.0.1,http,127.0.0.1,80",
			"http://255.255.255.255:8080,http,255.255.255.255,8080", "http://0.0.0.0,http,0.0.0.0,80",
			"http://[::1]:3000,http,[::1],3000", "http://[::],http,[::],80", "http://[1::],http,[1::],80",
			"http://[2001:db8::1],http,[2001:db8::1],80",
			"http://[2001:db8:0:1:1:1:1:1],http,[2001:db8:0:1:1:1:1:1],80", "http://[1:0:0:2::3],http,[1:0:0:2::3],80",
			"http://[1::2:0:0:3],http,[1::2:0:0:3],80", "http://[::2:0:0:3:4:5],http,[::2:0:0:3:4:5],80",
			"http://[::ffff:7f00:1],http,[::ffff:7f00:1],80",
			"chrome-extension://abcdefghijklmnop,chrome-extension,abcdefghijklmnop,-1",
			"capacitor://localhost,capacitor,localhost,-1", "app+x.y-1://Host.Name:80,app+x.y-1,Host.Name,80",
			"foo://127.0.0.01,foo,127.0.0.01,-1", "app://.,app,.,-1", "app://.:80,app,.,80", "foo://[::1],foo,[::1],-1",
			"ftp://a.example,ftp,a.example,-1" })
	void serializedOriginIsWellFormed(String value, String scheme, String host, int port) {
		Origin origin = Origin.parse(value);
		assertThat(origin).isNotNull().hasToString(value);
		assertThat(origin.scheme()).isEqualTo(scheme);
		assertThat(origin.host()).isEqualTo(host);
		assertThat(origin.port()).isEqualTo(port);
		assertThat(origin.isNull()).isFalse();
		assertThat(Origin.isWellFormed(value)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "*", "NULL", "null ", "a.example", "//a.example", "://a.example", "https:",
			"https:/", "https://", "https:///", "https:a.example", "https:/a.example", "HTTPS://a.example",
			"https://A.example", "Foo://a", "1a://b", "-a://b", "a_b://c", "https://a.example/", "https://a.example/p",
			"https://a.example?q", "https://a.example#f", "https://u@a.example", "https://u:p@a.example",
			" https://a.example", "https://a.example ", "https://a b", "https://a.example\t", "https://a.example\n",
			"https://a.example:", "https://a.example:0", "https://a.example:00", "https://a.example:080",
			"https://a.example:65536", "https://a.example:99999", "https://a.example:100000", "https://a.example:-1",
			"https://a.example:+1", "https://a.example:8a", "https://a.example:80:80", "https://a.example:443",
			"http://a.example:80", "ws://a.example:80", "wss://a.example:443", "https://.", "https://.a", "https://a.",
			"https://a..b", "https://:80", "https://a.example,https://b.example", "https://a.example https://b.example",
			"https://m\u00FCnchen.example", "https://\uFF41.example", "https://a\u0000", "https://%61.example",
			"https://*.example", "https://a!b", "https://1", "https://a.1", "https://a.0x", "https://a.0xf",
			"https://0x7f000001", "http://127.1", "http://127.0.0.01", "http://127.0.0.256", "http://1.2.3.4.5",
			"http://1.2.3", "http://0177.0.0.1", "http://127.0.0.0x1", "https://a.example:\u0661", "http://\u0661",
			"http://[", "http://[]", "http://[::1", "http://::1", "http://[:1]", "http://[1:]", "http://[:::]",
			"http://[::1]a", "http://[::1]:", "http://[::1]:80", "http://[::A]", "http://[::01]", "http://[0::1]",
			"http://[1::0]", "http://[0:0:0:0:0:0:0:0]", "http://[1:2:3:4:5:6:7::]", "http://[::2:3:4:5:6:7:8]",
			"http://[1:0:0:2:3:4:5:6]", "http://[1::2:0:0:0:4]", "http://[1:0:0:2::4:5]", "http://[::127.0.0.1]",
			"http://[1:2:3:4:5:6:7]", "http://[1:2:3:4:5:6:7:8:9]", "http://[12345::]", "http://[1::2::3]",
			"http://[fe80::1%25eth0]", "http://[1:2:3:4:5:6:7:8", "http://[1.2.3.4]", "http://[::1]]", "http://[g::]",
			"data:text/html", "about:blank", "file:///tmp", "file://", "foo://a:0", "foo://a..b", "foo://a.",
			"foo://..", "foo://.a", "foo://./", "ws://.", "foo://*", "\uD800", "https://\uD83D\uDCA9.example" })
	void anythingElseIsMalformed(String value) {
		assertThat(Origin.isWellFormed(value)).isFalse();
		assertThat(Origin.parse(value)).isNull();
	}

	@Test
	void nullIsWellFormed() {
		Origin origin = Origin.parse("null");
		assertThat(Origin.isWellFormed("null")).isTrue();
		assertThat(origin).isNotNull().hasToString("null").isEqualTo(ExactOrigin.parse("null").origin());
		assertThat(origin.isNull()).isTrue();
		assertThat(origin.scheme()).isEmpty();
		assertThat(origin.host()).isEmpty();
		assertThat(origin.port()).isEqualTo(-1);
	}

	@Test
	void schemeCalledNullIsNotNull() {
		assertThat(Origin.parse("null://null")).isNotNull()
			.satisfies((origin) -> assertThat(origin.isNull()).isFalse());
	}

	@Test
	void labelHasAtMost63Characters() {
		assertThat(Origin.isWellFormed("https://" + "a".repeat(63) + ".example")).isTrue();
		assertThat(Origin.isWellFormed("https://" + "a".repeat(64) + ".example")).isFalse();
		assertThat(Origin.isWellFormed("https://example." + "a".repeat(63))).isTrue();
		assertThat(Origin.isWellFormed("https://example." + "a".repeat(64))).isFalse();
		assertThat(Origin.isWellFormed("foo://" + "a".repeat(64))).isFalse();
	}

	@Test
	void hostHasAtMost253Characters() {
		assertThat(Origin.isWellFormed("https://" + "a.".repeat(126) + "a")).isTrue();
		assertThat(Origin.isWellFormed("https://" + "a.".repeat(126) + "ab")).isFalse();
		assertThat(Origin.isWellFormed("https://" + "a.".repeat(126) + "a:65535")).isTrue();
	}

	@Test
	void originHasAtMost512Characters() {
		assertThat(Origin.isWellFormed("a".repeat(508) + "://b")).isTrue();
		assertThat(Origin.isWellFormed("a".repeat(509) + "://b")).isFalse();
		assertThat(Origin.parse("a".repeat(508) + "://b")).isNotNull()
			.satisfies((origin) -> assertThat(origin.host()).isEqualTo("b"));
	}

	@Test
	void equalityIsThatOfTheSerialization() {
		assertThat(Origin.parse("https://a.example")).isEqualTo(ExactOrigin.parse("HTTPS://A.example:443/").origin())
			.hasSameHashCodeAs(ExactOrigin.parse("https://a.example").origin())
			.isNotEqualTo(Origin.parse("https://a.example:8443"))
			.isNotEqualTo("https://a.example");
	}

}
