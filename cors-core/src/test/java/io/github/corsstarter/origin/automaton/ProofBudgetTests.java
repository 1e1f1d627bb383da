package io.github.corsstarter.origin.automaton;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.RandomOrigins;
import io.github.corsstarter.origin.RandomRegexes;
import io.github.corsstarter.origin.advice.Judged;
import io.github.corsstarter.origin.entry.OriginRegex;
import io.github.corsstarter.origin.proof.Confinement;
import io.github.corsstarter.origin.proof.ConfinementProof;
import io.github.corsstarter.origin.proof.OriginLanguage;
import io.github.corsstarter.origin.proof.OriginSearch;
import io.github.corsstarter.origin.regex.RegexParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * No entry makes the start take long: work is counted, and proofs that take too much of
 * it are given up.
 */
class ProofBudgetTests {

	private static final long SEED = 20_260_803L;

	@Test
	void budgetIsSpentToTheLastStep() {
		ProofBudget budget = new ProofBudget(10);
		budget.spend(4);
		budget.spend(6);
		assertThat(budget.spent()).isEqualTo(10);
		assertThatExceptionOfType(TooMuchWorkException.class).isThrownBy(() -> budget.spend(1));
	}

	@Test
	void budgetThatIsOverspentIsEmpty() {
		ProofBudget budget = new ProofBudget(10);
		assertThatExceptionOfType(TooMuchWorkException.class).isThrownBy(() -> budget.spend(Integer.MAX_VALUE));
		assertThatExceptionOfType(TooMuchWorkException.class).isThrownBy(() -> budget.spend(1));
	}

	@Test
	void automataAndSearchesArePaidFor() {
		Expression expression = RegexParser.parse("https://.*\\.example\\.com");
		Automaton automaton = Automaton.of(expression);
		assertThatExceptionOfType(TooMuchWorkException.class)
			.isThrownBy(() -> Automaton.of(expression, new ProofBudget(20)));
		assertThatExceptionOfType(TooMuchWorkException.class)
			.isThrownBy(() -> OriginSearch.member(automaton, new ProofBudget(20)));
	}

	@Test
	void hundredRegexesAreProvenWithTheWorkOfOneQuestion() {
		assertThat(proofOfHundred((number) -> "https://([a-z0-9-]+\\.)*customer" + number + "\\.(com|co\\.uk)"))
			.isLessThan(16_000_000);
		assertThat(proofOfHundred((number) -> "https?://.*customer" + number + ".example.com(:\\d+)?"))
			.isLessThan(16_000_000);
	}

	private static int proofOfHundred(IntFunction<String> regex) {
		return IntStream.range(0, 100).map((number) -> {
			ProofBudget budget = new ProofBudget(Integer.MAX_VALUE);
			Automaton automaton = Automaton.of(RegexParser.parse(regex.apply(number)), budget);
			assertThat(OriginSearch.member(automaton, budget)).isNotNull();
			ConfinementProof.of(RegexParser.parse(regex.apply(number)), budget);
			return budget.spent();
		}).sum();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https?://.*[a.:].{12}q", "https://(.*\\.)?(.*a.{8}|.*b.{8})\\.com",
			"https?://.*[x.:0].{12}(\\.com)?", ".{511}", "https?://((.{7})*|(.{11})*|(.{13})*)x" })
	void explosiveEntriesAreNotConfinedAndNothingIsThrown(String regex) {
		Judged judged = Judged.regex(regex);
		OriginLanguage language = judged.language();
		assertThat(language.isUnmatchable()).isFalse();
		assertThat(language.isAnyOrigin()).isFalse();
		assertThatNoException().isThrownBy(() -> List.of(String.valueOf(language.loopbackExample()),
				String.valueOf(language.privateNetworkExample()), String.valueOf(language.insecureExample())));
		Confinement confinement = judged.confinement();
		assertThat(confinement.confined()).isFalse();
		assertThat(judged.advice().counterExamples()).allMatch(language::contains);
		assertThat(judged.advice().counterExamples().isEmpty()).isEqualTo(confinement.undecided() != null);
		assertThat(language.covers(OriginLanguage.of(OriginRegex.parse(regex + "|" + regex)))).isIn(true, false);
	}

	@Test
	void branchesShareOneBudget() {
		String names = String.join("|", IntStream.range(0, 900).mapToObj((number) -> "n" + number).toList());
		assertThat(OriginLanguage.of(OriginRegex.parse("https://.*x.{7}\\.(" + names + ")\\.com")).confinement())
			.isEqualTo(new Confinement(List.of(), null, ProofPool.TOO_COMPLICATED));
	}

	@Test
	void randomEntriesAreJudgedWithoutExceptions() {
		RandomRegexes regexes = new RandomRegexes(new Random(SEED));
		for (int round = 0; round < RandomOrigins.ROUNDS / 20; round++) {
			String regex = regexes.regex() + regexes.regex().replaceAll("[$^|]", "");
			assertThatNoException().as("seed %s, round %s: %s", SEED, round, regex).isThrownBy(() -> judge(regex));
		}
	}

	private static void judge(String regex) {
		OriginLanguage language;
		try {
			language = OriginLanguage.of(OriginRegex.parse(regex));
		}
		catch (OriginSyntaxException ex) {
			return;
		}
		OriginLanguage all = OriginLanguage.of(OriginRegex.parse("https://.*"));
		String none = language.isUnmatchable() ? Judged.regex(regex).matchable() : "";
		assertThat(OriginLanguage.union(List.of(language, all)).isAnyOrigin()).as("%s", none).isTrue();
		assertThat(language.confinement().confined() && language.covers(all)).isFalse();
	}

}
