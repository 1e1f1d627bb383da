package io.github.corsstarter.origin.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.automaton.WorkLimits;
import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.origin.entry.OriginEntry;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import io.github.corsstarter.origin.proof.Confinement;
import io.github.corsstarter.origin.proof.Hosts;
import io.github.corsstarter.origin.proof.OriginLanguage;
import io.github.corsstarter.origin.proof.OriginLanguages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * No number of entries makes the start take long: what may be spent on all of them
 * together is counted in steps, and ends.
 */
class WorkLimitsTests {

	/** All that a configuration may take, a few seconds. */
	private static final long MOST = 320_000_000;

	private static final List<IntFunction<String>> HOSTILE_REGEXES = List.of(
			(number) -> "https?://.*[" + letter(number) + ".:].{10}" + letter(number / 26) + letter(number),
			(number) -> "https://(.*\\.)?(.*" + letter(number) + ".{8}|.*b.{8})\\.c" + number,
			(number) -> "https?://((.{7})*|(.{11})*|(.{13})*)x" + number,
			(number) -> "https://(a|b)*a(a|b){20}" + number);

	private static final List<IntFunction<String>> HOSTILE_PATTERNS = List.of(
			(number) -> "https://*." + letter(number) + number + "*a.*.*.*.*.*.*.*.*.*.com",
			(number) -> "https://*.*a" + number + ".*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.com",
			(number) -> "https://app-" + number + "-*.vercel.app");

	private static char letter(int number) {
		return (char) ('a' + number % 26);
	}

	@ParameterizedTest
	@ValueSource(ints = { 50, 1_000 })
	void workOnHostileEntriesEnds(int entries) {
		Judgement judgement = new Judgement();
		IntStream.range(0, entries).forEach((number) -> {
			judgement.regex(HOSTILE_REGEXES.get(number % HOSTILE_REGEXES.size()).apply(number));
			judgement.pattern(HOSTILE_PATTERNS.get(number % HOSTILE_PATTERNS.size()).apply(number));
		});
		judgement.judge();
		assertThat(judgement.limits.spent()).isLessThanOrEqualTo(MOST);
		assertThat(judgement.confinements).isNotEmpty().noneMatch(Confinement::confined);
		assertThat(judgement.refused).isNotEmpty();
	}

	@Test
	void workOnTextsThatAreNoOriginsEnds() {
		OriginLanguages languages = new OriginLanguages();
		Advisor advisor = new Advisor(languages);
		for (int number = 0; number < 1_000; number++) {
			String text = "^" + HOSTILE_REGEXES.get(0).apply(number);
			assertThatExceptionOfType(OriginSyntaxException.class).isThrownBy(() -> ExactOrigin.parse(text))
				.satisfies((ex) -> advisor.vet(ex));
		}
		assertThat(languages.limits().spent()).isBetween(10_000_000L, MOST);
	}

	@Test
	void entryThatIsNotReachedSaysSo() {
		Judgement judgement = new Judgement();
		IntStream.range(0, 26)
			.forEach((number) -> judgement.regex("https?://.*[" + letter(number) + ".:].{9}" + letter(number)));
		judgement.judge();
		assertThat(judgement.confinements).hasSize(26).noneMatch(Confinement::confined);
		assertThat(judgement.confinements.get(25).undecided()).startsWith("All entries together are too complicated")
			.contains("write fewer wildcards and repetitions, above all in the entries before it");
	}

	@Test
	void entriesWhoseAutomataDoNotFitTogetherAreRefused() {
		OriginEntryParser parser = new OriginEntryParser();
		assertThatExceptionOfType(OriginSyntaxException.class).isThrownBy(() -> {
			for (int number = 0; number < 1_000; number++) {
				parser.regex("https?://.*[x.:0].{12}(\\.com" + number + ")?");
			}
		})
			.withMessageContaining("the work that may go into their automata was used up")
			.satisfies((ex) -> assertThat(ex.position()).isEqualTo(-1));
	}

	@Test
	void fewHostileEntriesLeaveEnoughForOthers() {
		Judgement judgement = new Judgement();
		IntStream.range(0, 5).forEach((number) -> judgement.regex("https?://.*[" + letter(number) + ".:].{11}q"));
		IntStream.range(0, 100).forEach((number) -> judgement.regex(honestRegex(number)));
		judgement.judge();
		assertThat(judgement.refused).isEmpty();
		assertThat(judgement.confinements.subList(0, 5)).noneMatch(Confinement::confined);
		assertThat(judgement.confinements.subList(5, 105)).allMatch(Confinement::confined);
	}

	@Test
	void sameEntriesGetTheSameVerdicts() {
		List<Judgement> judgements = List.of(new Judgement(), new Judgement());
		judgements.forEach((judgement) -> {
			IntStream.range(0, 20).forEach((number) -> {
				judgement.regex("https?://.*[" + letter(number) + ".:].{6}" + letter(number));
				judgement.pattern("https://app-" + number + ".*.example.com");
			});
			judgement.judge();
		});
		assertThat(judgements.get(0).confinements).isEqualTo(judgements.get(1).confinements);
		assertThat(judgements.get(0).limits.spent()).isEqualTo(judgements.get(1).limits.spent());
	}

	@Test
	void thousandHonestRegexesAndTenThousandPatternsAreJudgedInFull() {
		Judgement judgement = new Judgement();
		IntStream.range(0, 1_000).forEach((number) -> judgement.regex(honestRegex(number)));
		IntStream.range(0, 1_000)
			.forEach((number) -> judgement.pattern("https://app-*.customer" + number + ".com:[8080,8443]"));
		IntStream.range(0, 10_000).forEach((number) -> judgement.pattern("https://*.customer" + number + ".co.uk"));
		judgement.judge();
		assertThat(judgement.refused).isEmpty();
		assertThat(judgement.confinements).hasSize(12_000).allMatch(Confinement::confined);
	}

	private static String honestRegex(int number) {
		return "https://(pr-\\d+|preview)\\.team-%04d\\.example\\.com".formatted(number);
	}

	@Test
	void patternWhoseAutomatonWouldBeTooLargeIsRefused() {
		String pattern = "https://*.*a.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.com";
		assertThatExceptionOfType(OriginSyntaxException.class)
			.isThrownBy(() -> new OriginEntryParser().pattern(pattern))
			.withMessageContaining("too large")
			.satisfies((ex) -> assertThat(ex.position()).isEqualTo(-1));
	}

	/**
	 * Without its first wildcard each of them needs an automaton of 16 million steps, and
	 * that is what is proposed.
	 */
	@ParameterizedTest
	@ValueSource(ints = { 20, 100, 200 })
	void workOnProposalsIsCounted(int entries) {
		Judgement judgement = new Judgement();
		IntStream.range(0, entries)
			.forEach((number) -> judgement.pattern("https://*xa*" + number + ".*.*.*.*.*.*.*.*.*.*.*.*.*.*"));
		judgement.judge();
		assertThat(judgement.confinements).hasSize(entries).noneMatch(Confinement::confined);
		assertThat(judgement.limits.spent()).isBetween(50_000_000L, MOST);
	}

	/**
	 * The entries of one configuration.
	 */
	private static final class Judgement {

		final OriginLanguages proven = new OriginLanguages();

		final WorkLimits limits = this.proven.limits();

		final Advisor advisor = new Advisor(this.proven);

		final List<OriginEntry> entries = new ArrayList<>();

		final List<Advice> advice = new ArrayList<>();

		final List<OriginLanguage> languages = new ArrayList<>();

		final List<String> refused = new ArrayList<>();

		final List<Confinement> confinements = new ArrayList<>();

		void regex(String text) {
			try {
				add(this.proven.parser().regex(text));
			}
			catch (OriginSyntaxException ex) {
				this.refused.add(text);
			}
		}

		void pattern(String text) {
			try {
				add(this.proven.parser().pattern(text));
			}
			catch (OriginSyntaxException ex) {
				this.refused.add(text);
			}
		}

		private void add(OriginEntry entry) {
			this.entries.add(entry);
			this.languages.add(this.proven.of(entry));
		}

		void judge() {
			List<@Nullable String> examples = new ArrayList<>();
			this.languages.forEach((language) -> examples.add(language.example(Hosts.LOOPBACK)));
			this.languages.forEach((language) -> examples.add(language.example(Hosts.PRIVATE)));
			this.languages.forEach((language) -> examples.add(language.example(Hosts.INSECURE)));
			IntStream.range(0, this.languages.size()).forEach((index) -> {
				Confinement confinement = this.languages.get(index).confinement();
				this.confinements.add(confinement);
				this.advice.add(this.advisor.explain(this.entries.get(index), confinement));
			});
			IntStream.range(1, this.languages.size())
				.forEach((index) -> this.languages.get(index).covers(this.languages.get(index - 1)));
			OriginLanguage.union(this.languages).isAnyOrigin();
		}

	}

}
