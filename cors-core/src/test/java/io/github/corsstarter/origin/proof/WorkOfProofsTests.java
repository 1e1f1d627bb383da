package io.github.corsstarter.origin.proof;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.RandomOrigins;
import io.github.corsstarter.origin.RandomRegexes;
import io.github.corsstarter.origin.advice.Judged;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.automaton.WorkLimit;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import io.github.corsstarter.origin.regex.RegexParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * No entry makes the start take long: work is counted, and proofs that take too much of
 * it are given up.
 */
class WorkOfProofsTests {

	private static final long SEED = 20_260_803L;

	@Test
	void automataAndSearchesAreCounted() {
		Expression expression = RegexParser.parse("https://.*\\.example\\.com");
		Automaton automaton = Automaton.of(expression);
		assertThatExceptionOfType(TooMuchWorkException.class)
			.isThrownBy(() -> Automaton.of(expression, WorkLimit.of(20)));
		assertThatExceptionOfType(TooMuchWorkException.class)
			.isThrownBy(() -> OriginSearch.member(automaton, WorkLimit.of(20)));
	}

	@Test
	void hundredRegexesAreProvenWithTheWorkOfOneQuestion() {
		assertThat(proofOfHundred((number) -> "https://([a-z0-9-]+\\.)*customer" + number + "\\.(com|co\\.uk)"))
			.isLessThan(16_000_000);
		assertThat(proofOfHundred((number) -> "https?://.*customer" + number + ".example.com(:\\d+)?"))
			.isLessThan(16_000_000);
	}

	private static long proofOfHundred(IntFunction<String> regex) {
		return IntStream.range(0, 100).mapToLong((number) -> {
			WorkLimit limit = WorkLimit.of(Integer.MAX_VALUE);
			Automaton automaton = Automaton.of(RegexParser.parse(regex.apply(number)), limit);
			assertThat(OriginSearch.member(automaton, limit)).isNotNull();
			ConfinementProof.of(RegexParser.parse(regex.apply(number)), limit);
			return limit.spent();
		}).sum();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https?://.*[a.:].{12}q", "https://(.*\\.)?(.*a.{8}|.*b.{8})\\.com",
			"https?://.*[x.:0].{12}(\\.com)?", "https?://((.{7})*|(.{11})*|(.{13})*)x" })
	void explosiveEntriesAreNotConfinedAndNothingIsThrown(String regex) {
		Judged judged = Judged.regex(regex);
		OriginLanguage language = judged.language();
		assertThat(language.isUnmatchable()).isFalse();
		assertThat(language.isAnyOrigin()).isFalse();
		assertThatNoException().isThrownBy(() -> List.of(String.valueOf(language.example(Hosts.LOOPBACK)),
				String.valueOf(language.example(Hosts.PRIVATE)), String.valueOf(language.example(Hosts.INSECURE))));
		Confinement confinement = judged.confinement();
		assertThat(confinement.confined()).isFalse();
		assertThat(judged.advice().counterExamples()).allMatch(language::contains);
		assertThat(judged.advice().counterExamples().isEmpty()).isEqualTo(confinement.undecided() != null);
		assertThat(language.covers(new OriginLanguages().of(new OriginEntryParser().regex(regex + "|" + regex))))
			.isIn(true, false);
	}

	/**
	 * A host has too few characters for that. To tell so takes most of the work that a
	 * question may cost.
	 */
	@Test
	void entryThatOnlyLongSchemesCouldMatchIsUnmatchable() {
		Judged judged = Judged.regex(".{511}");
		assertThat(judged.language().isUnmatchable()).isTrue();
		assertThat(judged.confinement().confined()).isFalse();
		assertThat(judged.advice().counterExamples()).isEmpty();
	}

	/**
	 * The shortest text, and the one after it, has a host or a label that is too long.
	 */
	@ParameterizedTest
	@ValueSource(strings = { ".{267}", ".{260}", "https?://.{253}", "https?://.{253}:\\d{5}", "[^:]*://.{253}:.{5}",
			"https://[a-z]{63}\\.[a-z]{63}\\.[a-z]{63}\\.[a-z]{61}",
			"https://[a-z]*\\.[^.]{63}\\.[^.]{63}\\.[^.]{63}.{60}" })
	void longestHostsAreFound(String regex) {
		Judged judged = Judged.regex(regex);
		assertThat(judged.language().isUnmatchable()).isFalse();
		assertThat(judged.confinement().unconfined()).isNotNull();
		assertThat(judged.advice().counterExamples()).hasSizeGreaterThan(1).allMatch(judged.language()::contains);
	}

	@ParameterizedTest
	@CsvSource({ "https://[a-z.]{254}, true", "https://[a-z]{64}, true",
			"https://([a-z]{63}\\.){3}[a-z]{49}\\.example\\.com, false",
			"https://([a-z]{63}\\.){3}[a-z]{50}\\.example\\.com, true",
			"https://[a-z]{61}\\.([a-z]{63}\\.){3}[a-z]{2}, true" })
	void longerHostsAreNone(String regex, boolean unmatchable) {
		Judged judged = Judged.regex(regex);
		assertThat(judged.language().isUnmatchable()).isEqualTo(unmatchable);
		assertThat(judged.confinement().confined()).isTrue();
	}

	/** Hundreds of public suffixes are below that domain. */
	@Test
	void namesBelowADomainOfVeryManySuffixesAreJudged() {
		assertThat(Judged.regex("https?://(.*\\.)?foo\\.amazonaws\\.com").confinement())
			.isEqualTo(Confinement.to(List.of("amazonaws.com")));
		Judged open = Judged.regex("https?://(.*\\.)?amazonaws\\.com");
		assertThat(open.confinement().unconfined()).isNotNull();
		assertThat(open.advice().counterExamples()).hasSizeGreaterThan(1);
	}

	@Test
	void branchesShareOneLimit() {
		String names = String.join("|", IntStream.range(0, 900).mapToObj((number) -> "n" + number).toList());
		assertThat(new OriginLanguages().of(new OriginEntryParser().regex("https://.*x.{7}\\.(" + names + ")\\.com"))
			.confinement())
			.isEqualTo(Confinement
				.undecided("The entry is too complicated to be judged; write fewer wildcards and repetitions."));
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
			language = new OriginLanguages().of(new OriginEntryParser().regex(regex));
		}
		catch (OriginSyntaxException ex) {
			return;
		}
		OriginLanguage all = new OriginLanguages().of(new OriginEntryParser().regex("https://.*"));
		String none = language.isUnmatchable() ? Judged.regex(regex).matchable() : "";
		assertThat(OriginLanguage.union(List.of(language, all)).isAnyOrigin()).as("%s", none).isTrue();
		assertThat(language.confinement().confined() && language.covers(all)).isFalse();
	}

}
