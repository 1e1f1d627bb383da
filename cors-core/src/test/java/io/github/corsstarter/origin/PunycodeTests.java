package io.github.corsstarter.origin;

import java.util.Random;

import io.github.corsstarter.origin.entry.ExactOrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Punycode}.
 */
class PunycodeTests {

	private static final long SEED = 20_261_129L;

	@ParameterizedTest
	@ValueSource(strings = { "xn--f", "xn--", "xn--a", "xn--foo-", "xn---foo", "xn--99999999", "xn--a_b-c", "xn--wca",
			"xn--zzzz", "xn--999999b", "xn--lsa", "xn--ri7c", "xn--u-ccb" })
	void labelThatBrowsersRefuseIsInvalid(String label) {
		assertThat(Punycode.invalidLabel(label)).isEqualTo(label);
		assertThat(Punycode.invalidLabel("a." + label + ".example")).isEqualTo(label);
	}

	/** Sharp s, a joiner, Cherokee, a heart and a final sigma among them. */
	@ParameterizedTest
	@ValueSource(strings = { "xn--mnchen-3ya", "xn--zca", "xn--fa-hia", "xn--p1ai", "xn--80aswg", "xn--ls8h",
			"xn--i-7iq", "xn--1ch", "xn--mgba3gch31f060k", "xn--f9d", "xn--3xa", "a.b", "ab--f", "axn--f", "xn-f",
			"xn--*", "*.xn--p1ai" })
	void everythingElseIsNot(String host) {
		assertThat(Punycode.invalidLabel(host)).isNull();
	}

	@Test
	void whatIsEncodedIsValid() {
		Random random = new Random(SEED);
		for (int round = 0; round < RandomOrigins.ROUNDS; round++) {
			StringBuilder label = new StringBuilder("a");
			for (int i = random.nextInt(8); i >= 0; i--) {
				label.appendCodePoint(
						random.nextBoolean() ? random.nextInt('a', 'z' + 1) : random.nextInt(0x430, 0x450));
			}
			String host = ExactOrigin.parse("https://" + label + ".example").origin().host();
			assertThat(Punycode.invalidLabel(host)).as("seed %s, round %s: %s", SEED, round, label).isNull();
		}
	}

}
