package io.github.corsstarter.origin.entry;

import java.util.Random;
import java.util.regex.Pattern;

import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.RandomOrigins;
import io.github.corsstarter.origin.RandomRegexes;
import io.github.corsstarter.origin.SecondOpinion;
import io.github.corsstarter.origin.SyntaxFaults;
import io.github.corsstarter.origin.advice.Judged;
import io.github.corsstarter.origin.owner.OriginOwner;
import io.github.corsstarter.origin.proof.Confinement;
import io.github.corsstarter.origin.proof.Hosts;
import io.github.corsstarter.origin.proof.OriginLanguage;
import io.github.corsstarter.origin.proof.OriginLanguages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties of {@link OriginRegex} and of what is proven about it that hold for every
 * expression.
 */
class OriginRegexPropertyTests {

	private static final long SEED = 20_260_803L;

	private final Random random = new Random(SEED);

	private final RandomRegexes regexes = new RandomRegexes(this.random);

	@Test
	void matchingAgreesWithJavaUtilRegex() {
		int matches = 0;
		for (int round = 0; round < RandomOrigins.ROUNDS; round++) {
			OriginRegex regex = regex();
			String text = regex.toString();
			Pattern pattern = Pattern.compile(text);
			for (int i = 0; i < 10; i++) {
				String origin = this.regexes.origin();
				Boolean expected = Origin.isWellFormed(origin) ? SecondOpinion.matches(pattern, origin) : Boolean.FALSE;
				if (expected != null) {
					assertThat(regex.matches(origin)).as("seed %s, round %s: %s and %s", SEED, round, text, origin)
						.isEqualTo(expected);
					matches += expected ? 1 : 0;
				}
			}
		}
		assertThat(matches).isGreaterThan(RandomOrigins.ROUNDS / 10);
	}

	@Test
	void examplesAreAcceptedByJavaUtilRegex() {
		for (int round = 0; round < RandomOrigins.ROUNDS / 20; round++) {
			OriginRegex regex = regex();
			String as = "seed " + SEED + ", round " + round + ": " + regex;
			Judged judged = Judged.regex(regex.toString());
			OriginLanguage language = judged.language();
			Pattern pattern = Pattern.compile(regex.toString());
			judged.advice().counterExamples().forEach((example) -> assertExample(as, pattern, example));
			assertExample(as, pattern, language.example(Hosts.LOOPBACK));
			assertExample(as, pattern, language.example(Hosts.PRIVATE));
			assertExample(as, pattern, language.example(Hosts.INSECURE));
			assertThat(judged.confinement().confined() || judged.advice().counterExamples().size() > 0).as(as).isTrue();
		}
	}

	@Test
	void whatIsConfinedAcceptsNobodyElse() {
		int accepted = 0;
		for (int round = 0; round < RandomOrigins.ROUNDS / 10; round++) {
			OriginRegex regex = regex();
			Confinement confinement = new OriginLanguages().of(regex).confinement();
			for (int i = 0; i < 20 && confinement.confined(); i++) {
				String origin = this.regexes.origin();
				if (regex.matches(origin)) {
					accepted++;
					assertThat(confinement.owners()).as("seed %s, round %s: %s and %s", SEED, round, regex, origin)
						.containsAnyOf(OriginOwner.of(origin).name(), OriginGrammar.host(origin));
				}
			}
		}
		assertThat(accepted).isPositive();
	}

	@Test
	void garbageIsRefusedWithAPosition() {
		for (int round = 0; round < RandomOrigins.ROUNDS; round++) {
			String text = this.regexes.garbage();
			String as = "seed " + SEED + ", round " + round + ": " + text;
			try {
				OriginRegex regex = new OriginEntryParser().regex(text);
				assertThat(new OriginEntryParser().regex(regex.toString())).as(as).isEqualTo(regex);
			}
			catch (OriginSyntaxException ex) {
				SyntaxFaults.assertFault(as, ex);
				String proposal = SyntaxFaults.vetted(ex);
				if (proposal != null) {
					assertThat(new OriginEntryParser().regex(proposal)).as(as).hasToString(proposal);
				}
			}
		}
	}

	/** Only an expression whose automaton is too large is refused. */
	private OriginRegex regex() {
		while (true) {
			try {
				return new OriginEntryParser().regex(this.regexes.regex());
			}
			catch (OriginSyntaxException ex) {
				assertThat(ex).hasMessageContaining("too large");
			}
		}
	}

	private static void assertExample(String as, Pattern pattern, @Nullable String example) {
		if (example != null) {
			assertThat(Origin.isWellFormed(example)).as(as).isTrue();
			assertThat(SecondOpinion.matches(pattern, example)).as("%s: %s", as, example).isNotEqualTo(false);
		}
	}

}
