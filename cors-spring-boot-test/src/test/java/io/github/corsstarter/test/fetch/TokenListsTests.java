package io.github.corsstarter.test.fetch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TokenLists}.
 */
class TokenListsTests {

	@ParameterizedTest
	@ValueSource(strings = { "L: PUT, delete", "L: PUT,delete", "L: ,PUT,, delete ,", "L: PUT\t,\tdelete" })
	void elementsAreSeparatedByCommas(String line) {
		assertThat(TokenLists.parse(ScriptedServer.headers(line), "l")).containsExactly("PUT", "delete");
	}

	@Test
	void linesAreOneList() {
		assertThat(TokenLists.parse(ScriptedServer.headers("L: a", "M: b", "l: c"), "L")).containsExactly("a", "c");
	}

	@Test
	void absentListIsEmpty() {
		assertThat(TokenLists.parse(HeaderList.EMPTY, "L")).isEmpty();
		assertThat(TokenLists.parse(ScriptedServer.headers("L: "), "L")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "L: a b", "L: a;b", "L: a, (b)", "L: \"a\"", "L: \u00E9", "L: a, b=c" })
	void elementThatIsNoTokenSpoilsTheList(String line) {
		assertThat(TokenLists.parse(ScriptedServer.headers(line), "L")).isNull();
	}

}
