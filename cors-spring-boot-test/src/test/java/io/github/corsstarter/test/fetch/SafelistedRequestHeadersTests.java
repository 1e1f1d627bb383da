package io.github.corsstarter.test.fetch;

import java.util.Arrays;
import java.util.Random;
import java.util.SortedSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SafelistedRequestHeaders}.
 */
class SafelistedRequestHeadersTests {

	private static final int ROUNDS = Integer.getInteger("cors.test.rounds", 2000);

	@ParameterizedTest
	@ValueSource(strings = { "Accept: text/html;q=0.9, */*", "accept: \u00E9", "Accept: a\tb", "Accept: ",
			"Accept-Language: de-DE, de;q=0.5", "Accept-Language: *", "Content-Language: en.x=1",
			"Content-Type: text/plain", "Content-Type: TEXT/Plain; charset=UTF-8", "Content-Type: text/plain ;x",
			"Content-Type: multipart/form-data; boundary=x", "Content-Type: application/x-www-form-urlencoded",
			"Range: bytes=0-5", "Range: bytes=5-", "Range: bytes=5-5", "Range: bytes=00009-9",
			"Range: bytes=99999999999999999999-" })
	void serverIsNotAsked(String header) {
		assertThat(unsafeNames(header)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-A: 1", "Authorization: Basic x", "Accept: a(b", "Accept: a)b", "Accept: a:b",
			"Accept: a<b", "Accept: a>b", "Accept: a?b", "Accept: a@b", "Accept: a[b", "Accept: a]b", "Accept: a\\b",
			"Accept: a{b", "Accept: a}b", "Accept: a\"b", "Accept: a\u007Fb", "Accept: a\u0001b",
			"Accept-Language: de_DE", "Accept-Language: \u00E9", "Content-Language: en/x", "Accept-Language: a\tb",
			"Content-Type: application/json", "Content-Type: text/plain; charset=\"x\"", "Content-Type: text",
			"Content-Type: text/", "Content-Type: ", "Content-Type: text / plain",
			"Content-Type: text/plain, text/plain", "Range: bytes=-5", "Range: bytes=0-1,2-3", "Range: bytes=5-2",
			"Range: bytes = 0-5", "Range: items=0-5", "Range: bytes=-", "Range: BYTES=0-1", "DPR: 1", "Save-Data: on" })
	void serverIsAsked(String header) {
		assertThat(unsafeNames(header)).containsExactly(HttpSyntax.lowerCase(header.substring(0, header.indexOf(':'))));
	}

	@ParameterizedTest
	@CsvSource({ "Accept, 128, true", "Accept, 129, false", "Accept-Language, 128, true", "Accept-Language, 129, false",
			"Content-Language, 129, false" })
	void valueHasAtMost128Bytes(String name, int length, boolean safe) {
		assertThat(unsafeNames(name + ": " + "a".repeat(length)).isEmpty()).isEqualTo(safe);
	}

	@Test
	void valuesHaveAtMost1024BytesInAll() {
		String[] lines = new String[8];
		Arrays.fill(lines, "Accept: " + "a".repeat(128));
		assertThat(unsafeNames(lines)).isEmpty();
		lines[0] = "X-A: 1";
		assertThat(unsafeNames(lines)).containsExactly("x-a");
		String[] more = Arrays.copyOf(lines, 10);
		more[8] = "Accept-Language: " + "a".repeat(127);
		more[9] = "Content-Language: aa";
		assertThat(unsafeNames(more)).containsExactly("accept", "accept-language", "content-language", "x-a");
	}

	@Test
	void namesAreSortedInLowerCaseOnceEach() {
		assertThat(unsafeNames("X-b: 1", "x-A: 1", "X_c: 1", "X-B: 2", "Authorization: x", "Accept: a"))
			.containsExactly("authorization", "x-a", "x-b", "x_c");
	}

	@Test
	void safeBytesAreThoseOfTheStandard() {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		for (int i = 0; i < ROUNDS; i++) {
			char c = (char) random.nextInt(256);
			boolean unsafe = (c < 0x20 && c != 0x09) || c == 0x22 || c == 0x28 || c == 0x29 || c == 0x3A || c == 0x3C
					|| c == 0x3E || c == 0x3F || c == 0x40 || c == 0x5B || c == 0x5C || c == 0x5D || c == 0x7B
					|| c == 0x7D || c == 0x7F;
			HeaderList headers = HeaderList.EMPTY.with("Accept", "a" + c + "b");
			assertThat(SafelistedRequestHeaders.unsafeNames(headers).isEmpty()).as("byte %d, seed %d", (int) c, seed)
				.isEqualTo(!unsafe);
		}
	}

	private static SortedSet<String> unsafeNames(String... lines) {
		return SafelistedRequestHeaders.unsafeNames(ScriptedServer.headers(lines));
	}

}
