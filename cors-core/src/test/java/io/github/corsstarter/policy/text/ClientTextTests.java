package io.github.corsstarter.policy.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ClientText}.
 */
class ClientTextTests {

	@Test
	void printableTextStaysAsItIs() {
		assertThat(ClientText.printable("https://app.example:8443 ~")).isEqualTo("https://app.example:8443 ~");
	}

	@Test
	void everythingElseIsEscaped() {
		assertThat(ClientText.printable("a\r\nb\u001b[31m\u202e\u00e9\u0000"))
			.isEqualTo("a\\u000d\\u000ab\\u001b[31m\\u202e\\u00e9\\u0000");
	}

	@Test
	void longTextIsCutOffBetweenEscapes() {
		assertThat(ClientText.printable("x".repeat(600))).isEqualTo("x".repeat(512));
		assertThat(ClientText.printable("x".repeat(510) + "\n\n")).isEqualTo("x".repeat(510));
	}

}
