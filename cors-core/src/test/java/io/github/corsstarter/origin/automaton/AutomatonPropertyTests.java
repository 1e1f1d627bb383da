package io.github.corsstarter.origin.automaton;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.RandomOrigins;
import io.github.corsstarter.origin.RandomRegexes;
import io.github.corsstarter.origin.Schemes;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import io.github.corsstarter.origin.entry.OriginPattern;
import io.github.corsstarter.origin.entry.PatternExpression;
import io.github.corsstarter.origin.proof.OriginLanguage;
import io.github.corsstarter.origin.proof.OriginLanguages;
import io.github.corsstarter.origin.regex.RegexParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares automata, their differences and what is found in them with
 * {@code dk.brics.automaton}, at random.
 */
class AutomatonPropertyTests {

	private static final long SEED = 20_261_129L;

	private static final int PAIRS = RandomOrigins.ROUNDS / 10;

	/** Their automata are built without a limit. */
	private static final int FEW_STATES = 100;

	private final Random random = new Random(SEED);

	private final RandomRegexes regexes = new RandomRegexes(this.random);

	private final RandomOrigins origins = new RandomOrigins(this.random);

	@Test
	void regexesMatchTheSameTexts() {
		int accepted = 0;
		for (int round = 0; round < PAIRS; round++) {
			Expression one = RegexParser.parse(this.regexes.regex());
			Expression other = RegexParser.parse(this.regexes.regex());
			Automaton ours = small(one);
			Automaton ourOther = small(other);
			if (ours == null || ourOther == null) {
				continue;
			}
			List<Automaton> union = Automaton.union(List.of(one, other));
			Automaton difference = ours.minus(ourOther);
			dk.brics.automaton.Automaton theirs = BricsAutomata.of(one);
			dk.brics.automaton.Automaton theirOther = BricsAutomata.of(other);
			for (int i = 0; i < 10; i++) {
				String text = (i % 2 == 0) ? this.regexes.origin() : this.origins.mutate(this.regexes.origin());
				boolean expected = theirs.run(text);
				assertThat(ours.accepts(text)).as("seed %s, round %s: %s", SEED, round, text).isEqualTo(expected);
				assertThat(union.stream().anyMatch((automaton) -> automaton.accepts(text)))
					.isEqualTo(expected || theirOther.run(text));
				assertThat(difference.accepts(text)).isEqualTo(expected && !theirOther.run(text));
				accepted += expected ? 1 : 0;
			}
		}
		assertThat(accepted).isGreaterThan(PAIRS / 10);
	}

	@Test
	void differencesAreFoundWhereThereAreAny() {
		int compared = 0;
		int included = 0;
		for (int round = 0; round < PAIRS; round++) {
			String one = this.regexes.regex();
			String other = this.random.nextBoolean() ? this.regexes.regex() : widened(one);
			Automaton required = small(RegexParser.parse(one));
			Automaton excluded = small(RegexParser.parse(other));
			if (required == null || excluded == null) {
				continue;
			}
			dk.brics.automaton.Automaton theirs = BricsAutomata.of(RegexParser.parse(one))
				.minus(BricsAutomata.of(RegexParser.parse(other)));
			String as = "seed %s, round %s: %s without %s".formatted(SEED, round, one, other);
			assertIsShortest(as, shortest(List.of(required), List.of(excluded)), theirs);
			assertIsShortest(as, shortest(List.of(required.minus(excluded)), List.of()), theirs);
			included += theirs.isEmpty() ? 1 : 0;
			compared++;
		}
		assertThat(compared).isGreaterThan(PAIRS / 2);
		assertThat(included).isBetween(1, compared - 1);
	}

	private static @Nullable Automaton small(Expression expression) {
		try {
			Automaton automaton = Automaton.of(expression);
			return (automaton.size() <= FEW_STATES) ? automaton : null;
		}
		catch (TooMuchWorkException ex) {
			return null;
		}
	}

	/**
	 * What accepts at least as much: there is an alternative or a character more.
	 */
	private String widened(String regex) {
		return this.random.nextBoolean() ? regex + "|" + this.regexes.regex()
				: "(" + regex.replaceAll("^\\^|\\$$", "") + ")[a-c]?";
	}

	private static @Nullable String shortest(List<Automaton> required, List<Automaton> excluded) {
		return new ShortestText(required, excluded, (c) -> 1, WorkLimit.of(Integer.MAX_VALUE)).text();
	}

	private static void assertIsShortest(String as, @Nullable String text, dk.brics.automaton.Automaton theirs) {
		String expected = theirs.getShortestExample(true);
		if (expected == null) {
			assertThat(text).as(as).isNull();
		}
		else {
			assertThat(text).as(as).isNotNull().hasSameSizeAs(expected).matches(theirs::run);
		}
	}

	@Test
	void patternsMatchTheSameOrigins() {
		int matched = 0;
		for (int round = 0; round < PAIRS; round++) {
			OriginPattern pattern = pattern();
			dk.brics.automaton.Automaton theirs = BricsAutomata.of(PatternExpression.of(pattern));
			for (int i = 0; i < 20; i++) {
				String origin = this.origins.origin();
				boolean expected = Origin.isWellFormed(origin) && theirs.run(origin);
				assertThat(pattern.matches(origin)).as("seed %s, round %s: %s and %s", SEED, round, pattern, origin)
					.isEqualTo(expected);
				matched += expected ? 1 : 0;
			}
		}
		assertThat(matched).isPositive();
	}

	@Test
	void patternThatIncludesAnotherCoversIt() {
		int included = 0;
		for (int round = 0; round < PAIRS; round++) {
			OriginPattern one = pattern();
			OriginPattern other = pattern();
			OriginLanguage covering = new OriginLanguages().of(one);
			boolean covers = covering.covers(new OriginLanguages().of(other));
			boolean subset = BricsAutomata.of(PatternExpression.of(other))
				.subsetOf(BricsAutomata.of(PatternExpression.of(one)));
			String as = "seed %s, round %s: %s and %s".formatted(SEED, round, one, other);
			assertThat(covers || !subset).as(as).isTrue();
			if (covers) {
				included++;
				assertThat(Stream.generate(this.origins::origin).limit(20)).as(as)
					.noneMatch((origin) -> isSent(origin) && other.matches(origin) && !one.matches(origin));
			}
		}
		assertThat(included).isPositive();
	}

	private static boolean isSent(String origin) {
		return !Schemes.NEVER_SENT.contains(origin.substring(0, origin.indexOf(':')));
	}

	private OriginPattern pattern() {
		while (true) {
			try {
				return new OriginEntryParser().pattern(this.origins.pattern());
			}
			catch (OriginSyntaxException ex) {
				// Not every entry that is made is a pattern
			}
		}
	}

}
