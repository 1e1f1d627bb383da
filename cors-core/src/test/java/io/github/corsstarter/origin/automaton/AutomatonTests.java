package io.github.corsstarter.origin.automaton;

import java.util.List;
import java.util.stream.IntStream;

import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import io.github.corsstarter.origin.entry.OriginRegex;
import io.github.corsstarter.origin.regex.RegexParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link Automaton} and its limits.
 */
class AutomatonTests {

	@ParameterizedTest
	@CsvSource({ "(a|b)*a(a|b){13}, 16384", "(.*a){30}, 31", "((a*)*)*b, 2", "(.*){1000}, 1", "(a+)+b, 3",
			"'(a|aa|aaa){1,500}b', 1502", "'[a-z]{1,19999}', 20000" })
	void largeAutomataAreBuiltUpToTheLimit(String regex, int states) {
		assertThat(new OriginEntryParser().regex(regex).automaton().size()).isEqualTo(states);
	}

	@ParameterizedTest
	@ValueSource(strings = { "(a|b)*a(a|b){14}", "(a|b)*a(a|b){20}", "[a-z]{1,20000}", "(.{1,63}\\.){1,5}com",
			"((a{1,1000}){1,1000}){1,1000}", "((((((a{99}){99}){99}){99}){99}){99}){99}", "((()){99999}){99999}",
			"(((|){99999}){99999}){99999}", "(a?){20000}", "(a?b?c?d?e?){4000}", ".*(a.*){0,2000}",
			"(.?){1000}a(.?){1000}", "([ab]{0,500}a[ab]{0,500}){9}", "(.*|x){50000}", "(.*a.{12}){9}" })
	void explosiveExpressionsAreGivenUp(String regex) {
		assertThatExceptionOfType(OriginSyntaxException.class).isThrownBy(() -> new OriginEntryParser().regex(regex))
			.satisfies((ex) -> assertThat(ex.position()).isEqualTo(-1))
			.withMessageMatching(".*(20000 states|60000 parts).*");
	}

	@Test
	void whatBacktracksElsewhereIsMatchedInOnePass() {
		OriginRegex regex = new OriginEntryParser().regex("https://(x+x+)+y\\.example");
		assertThat(regex.matches("https://" + "x".repeat(60) + ".example")).isFalse();
		assertThat(regex.matches("https://" + "x".repeat(60) + "y.example")).isTrue();
	}

	@Test
	void unionIsOneAutomatonWhereItFits() {
		List<Expression> expressions = IntStream.range(0, 300)
			.mapToObj((i) -> RegexParser.parse("https://(.*\\.)?example" + i + "\\.com"))
			.toList();
		List<Automaton> automata = Automaton.union(expressions);
		assertThat(automata).singleElement()
			.matches((automaton) -> automaton.accepts("https://a.b.example299.com"))
			.matches((automaton) -> !automaton.accepts("https://a.b.example300.com"));
	}

	@Test
	void unionIsSeveralAutomataWhereItDoesNotFit() {
		List<Expression> expressions = IntStream.range(0, 4)
			.mapToObj((i) -> RegexParser.parse("https://([a-z]*[" + (char) ('a' + i) + "][a-z]{10}\\.)?" + i + ".com"))
			.toList();
		List<Automaton> automata = Automaton.union(expressions);
		assertThat(automata).hasSizeBetween(2, 4);
		for (int i = 0; i < 4; i++) {
			String origin = "https://" + i + ".com";
			assertThat(automata).anyMatch((automaton) -> automaton.accepts(origin));
		}
		assertThat(automata).noneMatch((automaton) -> automaton.accepts("https://4.com"));
	}

	@Test
	void unionOfNothingIsNothing() {
		assertThat(Automaton.union(List.of())).isEmpty();
	}

	@Test
	void deadStatesAreLeftOut() {
		Automaton automaton = new OriginEntryParser().regex("https://a(%|\u00FC|@)b").automaton();
		assertThat(automaton.size()).isZero();
		assertThat(automaton.accepts("")).isFalse();
		assertThat(automaton.accepts("https://a%b")).isFalse();
	}

	@Test
	void charactersThatNoOriginHasAreNotAccepted() {
		Automaton automaton = new OriginEntryParser().regex(".*").automaton();
		assertThat(automaton.accepts("https://a")).isTrue();
		assertThat(automaton.accepts("https://a?")).isFalse();
		assertThat(automaton.accepts("https://\u0100")).isFalse();
		assertThat(automaton.accepts("https://\uFFFF")).isFalse();
	}

}
