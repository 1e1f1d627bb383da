package io.github.corsstarter.test.fetch;

import java.util.SortedSet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExposedHeaders}.
 */
class ExposedHeadersTests {

	@Test
	void sevenAreAlwaysExposed() {
		assertThat(names(false, "Cache-Control: 1", "Content-Language: 1", "Content-Length: 1", "Content-Type: 1",
				"Expires: 1", "Last-Modified: 1", "Pragma: 1", "ETag: 1", "Date: 1"))
			.containsExactly("cache-control", "content-language", "content-length", "content-type", "expires",
					"last-modified", "pragma");
	}

	@Test
	void othersAreExposedByNameInAnyCase() {
		assertThat(
				names(true, "X-One: 1", "X-Two: 2", "X-Three: 3", "Access-Control-Expose-Headers: x-one,,X-TWO,X-Four"))
			.containsExactly("x-one", "x-two");
	}

	@Test
	void wildcardCountsWithoutCredentialsOnly() {
		String[] lines = { "X-One: 1", "Authorization: x", "Set-Cookie: a=b", "Access-Control-Expose-Headers: *" };
		assertThat(names(false, lines)).containsExactly("access-control-expose-headers", "authorization", "x-one");
		assertThat(names(true, lines)).isEmpty();
	}

	@Test
	void cookiesNeverAre() {
		assertThat(names(false, "Set-Cookie: a=b", "Set-Cookie2: a=b",
				"Access-Control-Expose-Headers: Set-Cookie, Set-Cookie2"))
			.isEmpty();
	}

	@Test
	void listThatCannotBeReadExposesNothing() {
		assertThat(names(false, "X-One: 1", "Access-Control-Expose-Headers: X-One, X Two")).isEmpty();
	}

	@Test
	void severalLinesAreOneValue() {
		HeaderList headers = ScriptedServer.headers("Pragma: a", "X: y", "pragma: b");
		assertThat(ExposedHeaders.of(headers, false).get("Pragma")).isEqualTo("a, b");
	}

	private static SortedSet<String> names(boolean credentials, String... lines) {
		return ExposedHeaders.of(ScriptedServer.headers(lines), credentials).names();
	}

}
