package io.github.corsstarter.origin.automaton;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.corsstarter.origin.entry.OriginEntryParser;
import io.github.corsstarter.origin.entry.PatternExpression;
import io.github.corsstarter.origin.regex.RegexParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CommonPrefixes}.
 */
class CommonPrefixesTests {

	private static final List<String> EXPRESSIONS = List.of("a", "ab", "ab", "abc+d", "abc+", "b|c", "b|d", "(a|b)x",
			"a?", "(?:)", "a{2}y", "a{2}z");

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "ab", "abc", "abcd", "abccd", "b", "c", "d", "ax", "bx", "aay", "aaz" })
	void joinAcceptsWhatOneExpressionAccepts(String text) {
		assertThat(Automaton.of(join(EXPRESSIONS)).accepts(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "aa", "abd", "cx", "aa", "bb", "aayz", "abcx", "dd" })
	void joinAcceptsNothingElse(String text) {
		assertThat(Automaton.of(join(EXPRESSIONS)).accepts(text)).isFalse();
	}

	@Test
	void expressionAloneLosesItsPositionsOnly() {
		assertThat(join(List.of("ab(c|d)+"))).isEqualTo(join(List.of("ab(?:c|d)+")));
	}

	@Test
	void thousandRegexesOfOneShapeAreOneAutomaton() {
		List<Expression> expressions = IntStream.range(0, 1000)
			.mapToObj((i) -> RegexParser.parse("https://.*\\.tenant" + i + "\\.example"))
			.toList();
		assertThat(Automaton.union(expressions)).hasSize(1)
			.first()
			.satisfies((automaton) -> assertThat(Stream.of("https://a.tenant999.example", "https://.tenant0.example"))
				.allMatch(automaton::accepts))
			.satisfies((automaton) -> assertThat(automaton.accepts("https://a.tenant1000.example")).isFalse());
	}

	@Test
	void thousandPatternsWithAWordBetweenWildcardsAreOneSmallAutomaton() {
		List<Expression> expressions = IntStream.rangeClosed(1, 1000)
			.mapToObj((i) -> PatternExpression.of(new OriginEntryParser().pattern("https://*x" + i + "x*.example.com")))
			.toList();
		assertThat(Automaton.union(expressions)).singleElement()
			.matches((automaton) -> automaton.size() < 100)
			.matches((automaton) -> automaton.accepts("https://ax1000xb.example.com"))
			.matches((automaton) -> !automaton.accepts("https://ax1001xb.example.com"))
			.matches((automaton) -> !automaton.accepts("https://ax1000x.example.com"));
	}

	private static Expression join(List<String> expressions) {
		return CommonPrefixes.join(expressions.stream().map(RegexParser::parse).toList());
	}

	@Test
	void manyExpressionsThatPartOneAfterAnotherAreJoined() {
		List<Expression> expressions = new ArrayList<>();
		for (int length = 1; length <= 2_000; length++) {
			expressions.add(RegexParser.parse("https://" + "a".repeat(length) + "b\\.com"));
		}
		Automaton joined = Automaton.of(CommonPrefixes.join(expressions.subList(0, 400)));
		assertThat(joined.accepts("https://" + "a".repeat(399) + "b.com")).isTrue();
		assertThat(joined.accepts("https://" + "a".repeat(401) + "b.com")).isFalse();
		assertThat(CommonPrefixes.join(expressions)).isNotNull();
	}

}
