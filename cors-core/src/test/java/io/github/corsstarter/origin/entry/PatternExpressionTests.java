package io.github.corsstarter.origin.entry;

import java.util.List;
import java.util.Random;

import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.RandomOrigins;
import io.github.corsstarter.origin.automaton.Automaton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link PatternExpression}: proofs about patterns are about what patterns
 * match.
 */
class PatternExpressionTests {

	private static final long SEED = 20_260_805L;

	private final RandomOrigins origins = new RandomOrigins(new Random(SEED));

	@Test
	void expressionAcceptsWhatThePatternMatches() {
		int matches = 0;
		for (int round = 0; round < RandomOrigins.ROUNDS; round++) {
			OriginPattern pattern = pattern();
			Automaton automaton = Automaton.of(PatternExpression.of(pattern));
			for (int i = 0; i < 20; i++) {
				String origin = this.origins.origin();
				boolean expected = pattern.matches(origin);
				boolean accepted = Origin.isWellFormed(origin) && automaton.accepts(origin);
				assertThat(accepted).as("%s and %s", pattern, origin).isEqualTo(expected);
				matches += expected ? 1 : 0;
			}
		}
		assertThat(matches).isPositive();
	}

	@ParameterizedTest
	@ValueSource(strings = { "*", "1*", "*1", "0*", "0x*", "0*1", "*0*", "*x*", "0x*a", "1*a", "*a*b*", "a*", "00*",
			"*-1", "0x1*f" })
	void wildcardsInTheLastLabelMatchNoNumber(String label) {
		OriginPattern pattern = new OriginEntryParser().pattern("http://a.*." + label);
		Automaton automaton = Automaton.of(PatternExpression.of(pattern));
		String characters = "01ax-g";
		List<String> labels = List.of("");
		for (int length = 1; length <= 5; length++) {
			labels = labels.stream()
				.flatMap((shorter) -> characters.chars().mapToObj((c) -> shorter + (char) c))
				.toList();
			for (String last : labels) {
				boolean expected = !OriginGrammar.isNumber(last, 0, last.length())
						&& last.matches(label.replace("*", ".+"));
				assertThat(automaton.accepts("http://a.b." + last)).as(last).isEqualTo(expected);
			}
		}
	}

	@Test
	void expressionOfAnOriginAcceptsNothingElse() {
		Automaton automaton = Automaton.of(ExactOrigin.parse("web+app://a.b-c_d:8080").expression());
		assertThat(automaton.accepts("web+app://a.b-c_d:8080")).isTrue();
		assertThat(automaton.accepts("web+app://axb-c_d:8080")).isFalse();
		assertThat(automaton.accepts("webbbapp://a.b-c_d:8080")).isFalse();
	}

	private OriginPattern pattern() {
		while (true) {
			try {
				return new OriginEntryParser().pattern(this.origins.pattern());
			}
			catch (OriginSyntaxException ex) {
				assertThat(ex.input()).isNotEmpty();
			}
		}
	}

}
