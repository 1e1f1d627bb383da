package io.github.corsstarter.test.fetch;

import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Urls}.
 */
class UrlsTests {

	@ParameterizedTest
	@CsvSource({ "/x, http://h/x", "x, http://h/a/x", "../x, http://h/x", "?q, http://h/a/b?q", "//i/x, http://i/x",
			"https://i, https://i/", "#f, http://h/a/b?c", "/x#f, http://h/x", "'/a b', http://h/a%20b",
			"'/<\u00E9>', http://h/%3C%C3%A9%3E", "?q=[1], http://h/a/b?q=[1]", "mailto:x, mailto:x" })
	void locationIsResolved(String location, String url) {
		assertThat(Urls.resolve(URI.create("http://h/a/b?c"), location)).hasToString(url);
	}

	@ParameterizedTest
	@CsvSource({ "/\\i/x, http://i/x", "\\\\i/x, http://i/x", "\\/i\\x, http://i/x", "///i/x, http://i/x",
			"http:\\\\i\\x, http://i/x", "https:i/x, https://i/x", "https:/i/x, https://i/x", "http:x, http://h/a/x",
			"http:/x, http://h/x", "http:///i/x, http://i/x", "HTTP:\\x, http://h/x", "x\\..\\y, http://h/a/y",
			"\\x?\\y, http://h/x?%5Cy", "/x#\\y, http://h/x", "https://i\\@j/x, https://i/@j/x",
			"'/\t/i/x', http://i/x", "'ht\r\ntp://i/x', http://i/x", "'  /x\t ', http://h/x",
			"'\u0000//i/x', http://i/x", "mailto:a\\b, mailto:a%5Cb" })
	void backslashesAndWhiteSpaceAreReadAsBrowsersDo(String location, String url) {
		assertThat(Urls.resolve(URI.create("http://h/a/b?c"), location)).hasToString(url);
	}

	@ParameterizedTest
	@CsvSource({ "http://h, http://h/", "http://h?q, http://h/?q", "http://h/x, http://h/x", "mailto:x, mailto:x" })
	void emptyPathIsASlash(String url, String requested) {
		assertThat(Urls.requested(URI.create(url))).hasToString(requested);
	}

	@ParameterizedTest
	@CsvSource({ "/a/../b, /b", "/../b, /b", "/%2e%2E/b, /b", "/a/.%2e/b, /b", "/a/./b, /a/b", "/a/.., /",
			"/a/b/.., /a/", "/a/., /a/", "/a/%2E, /a/", "/., /", "/.., /", "//a//, //a//", "/a//../b, /a/b",
			"/..a/b.., /..a/b..", "/a%2f..%2fb, /a%2f..%2fb", "/...;/b, /...;/b", "/..;/b, /..;/b" })
	void segmentsOfDotsAreResolved(String path, String requested) {
		assertThat(Urls.requested(URI.create("http://h" + path + "?../q")))
			.hasToString("http://h" + requested + "?../q");
	}

	@ParameterizedTest
	@CsvSource({ "http://u:p@h/, true", "http://u@h/, true", "http://@h/, true", "http://h/@, false" })
	void credentialsStandBeforeTheHost(String url, boolean credentials) {
		assertThat(Urls.hasCredentials(URI.create(url))).isEqualTo(credentials);
	}

}
