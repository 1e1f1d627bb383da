package io.github.corsstarter.origin.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OriginPattern#matches(String)}.
 */
class OriginPatternTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "https://*.example.com|https://a.example.com",
			"https://*.example.com|https://a.b_c.example.com", "https://*.example.com:[443,8443]|https://a.example.com",
			"https://*.example.com:[443,8443]|https://a.example.com:8443",
			"https://*.example.com:8443|https://a.example.com:8443", "https://*.example.com:[*]|https://a.example.com",
			"https://*.example.com:*|https://a.example.com:65535", "https://pr-*.example.com|https://pr-1.example.com",
			"https://pr-*.example.com|https://pr-a_b-c.example.com", "https://*|https://a", "https://*|https://a.b",
			"https://*:*|https://a.b:1", "https://a*|https://ab", "https://*a|https://aa",
			"https://a*a*a|https://abaca", "https://a*a*a|https://aaaaa", "https://*-*-*.x|https://a-b-c.x",
			"https://*-*-*.x|https://-----.x", "https://*.*|https://a.b", "https://*.*|https://a.b.c",
			"https://*.a*.c|https://x.y.ab.c", "https://a.*.c|https://a.b.c", "https://example.*|https://example.com",
			"https://1*|https://1a", "https://example.com|https://example.com",
			"http://localhost:[*]|http://localhost:3000", "http://localhost:*|http://localhost",
			"http://127.0.0.1:*|http://127.0.0.1:3000", "http://[::1]:*|http://[::1]:3000",
			"capacitor://*|capacitor://localhost", "capacitor://*|capacitor://LocalHost", "foo://*.Bar|foo://Foo.Bar",
			"foo://*.b*|foo://Foo.bar", "foo://a:*|foo://a", "foo://a:*|foo://a:80", "foo://127.0.0.1|foo://127.0.0.1",
			"foo://a.1|foo://a.1", "app://*|app://.", "app://*:*|app://.:80", "app://.|app://." })
	void matches(String pattern, String origin) {
		assertThat(new OriginEntryParser().pattern(pattern).matches(origin)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "https://*.example.com|https://example.com",
			"https://*.example.com|https://aexample.com", "https://*.example.com|https://a.example.com.evil.example",
			"https://*.example.com|https://example.com.a", "https://*.example.com|http://a.example.com",
			"https://*.example.com|https://a.example.com:8443", "https://*.example.com|https://a.example.com:443",
			"https://*.example.com|https://.example.com", "https://*.example.com|https://A.example.com",
			"https://*.example.com|https://a..example.com", "https://*.example.com|https://evil/.example.com",
			"https://*.example.com|https://evil:1@a.example.com", "https://*.example.com|https://a.example.com/",
			"https://*.example.com|null", "https://*.example.com|httpss://a.example.com",
			"https://*.example.com|https://a.xexample.com",
			"https://*.example.com:[443,8443]|https://a.example.com:8080",
			"https://*.example.com:8443|https://a.example.com", "https://pr-*.example.com|https://pr-.example.com",
			"https://pr-*.example.com|https://pr-1.a.example.com",
			"https://pr-*.example.com|https://a.pr-1.example.com", "https://a*|https://a", "https://a*|https://a.b",
			"https://a*a*a|https://aaaa", "https://a*a*a|https://abab", "https://ab*ba|https://aba",
			"https://ab*ba|https://abba", "https://*.*|https://a", "https://*.*.a|https://a.a",
			"https://a.*.c|https://a.c", "https://a.*.c|https://a.b.b.c", "https://*|https://127.0.0.1",
			"https://*|https://[::1]", "https://*:*|https://127.0.0.1:80", "https://*.*|https://127.0.0.1",
			"https://example.*|https://example.1", "https://example.*|https://example.com.net",
			"https://1*|https://127.0.0.1", "https://1*|https://11", "http://localhost|http://localhost:3000",
			"http://127.0.0.1|http://127.0.0.2", "http://127.0.0.1|http://2130706433", "https://*|null",
			"capacitor://*|capacitor://127.0.0.1", "foo://*.b*|foo://Foo.bAr", "foo://*.bar|foo://a.Bar",
			"foo://a:80|foo://a", "foo://a|foo://a:80", "foo://*|foo://a.1", "app://*|app://.:80", "app://*.*|app://.",
			"app://*a|app://.", "app://.|app://a" })
	void doesNotMatch(String pattern, String origin) {
		assertThat(new OriginEntryParser().pattern(pattern).matches(origin)).isFalse();
	}

	@Test
	void equalityIsThatOfTheNormalizedSpelling() {
		assertThat(new OriginEntryParser().pattern("https://*.a.example:[80,81]"))
			.isEqualTo(new OriginEntryParser().pattern("HTTPS://*.A.example:[81,80]/"))
			.isNotEqualTo(new OriginEntryParser().pattern("http://*.a.example:[80,81]"))
			.isNotEqualTo(new OriginEntryParser().pattern("https://*.b.example:[80,81]"))
			.isNotEqualTo(new OriginEntryParser().pattern("https://*.a.example:[*]"))
			.isNotEqualTo("https://*.a.example:[80,81]");
	}

}
