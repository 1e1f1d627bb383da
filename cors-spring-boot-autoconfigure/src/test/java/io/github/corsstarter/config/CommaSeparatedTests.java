package io.github.corsstarter.config;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CommaSeparated}.
 */
class CommaSeparatedTests {

	@Test
	void commasSeparateElements() {
		assertThat(CommaSeparated.split("https://a.example,https://b.example")).containsExactly("https://a.example",
				"https://b.example");
	}

	@Test
	void blanksAroundElementsAreDropped() {
		assertThat(CommaSeparated.split(" GET ,\tPOST\n")).containsExactly("GET", "POST");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", ",", " , ,, " })
	void blankElementsAreDropped(String text) {
		assertThat(CommaSeparated.split(text)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://*.example.com:[8080,8443]", "https://pr-\\d{1,5}\\.example\\.com",
			"https://(a|b,c)\\.example\\.com", "/files/{name:[a-z,]+}", "https://[^\\],]\\.example\\.com",
			"https://[(,]\\.example\\.com" })
	void commaWithinBracketsSeparatesNothing(String text) {
		assertThat(CommaSeparated.split(text + ",next")).last().isEqualTo("next");
		assertThat(CommaSeparated.split(text)).containsExactly(text);
	}

	@Test
	void escapedBracketOpensNothing() {
		assertThat(CommaSeparated.split("https://a\\(b,https://c")).containsExactly("https://a\\(b", "https://c");
	}

	@Test
	void backslashDoesNotHideComma() {
		assertThat(CommaSeparated.split("a\\,b")).containsExactly("a\\", "b");
	}

	@Test
	void closingBracketThatClosesNothingIsAnOrdinaryCharacter() {
		assertThat(CommaSeparated.split("a],b),c},d")).containsExactly("a]", "b)", "c}", "d");
	}

}
