package io.github.corsstarter.origin.advice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.SyntaxFaults;
import io.github.corsstarter.origin.owner.AddressNames;
import io.github.corsstarter.origin.owner.PublicSuffixList;
import io.github.corsstarter.origin.proof.Confinement;
import io.github.corsstarter.origin.proof.Hosts;
import io.github.corsstarter.origin.proof.OriginLanguage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What is proven about entries as people write them.
 */
class ProvenEntryTests {

	private static final Pattern BACKTRACKS_FOR_AGES = Pattern.compile("\\*.*\\)\\{\\d\\d");

	static Stream<ProvenEntry> parsed() {
		return ProvenEntry.all().filter((entry) -> !entry.verdict().equals("refused"));
	}

	static Stream<ProvenEntry> refused() {
		return ProvenEntry.withVerdict("refused");
	}

	static Stream<ProvenEntry> unbounded() {
		return Stream.concat(ProvenEntry.withVerdict("unbounded"), ProvenEntry.withVerdict("any"));
	}

	static Stream<ProvenEntry> unmatchable() {
		return ProvenEntry.withVerdict("unmatchable");
	}

	static Stream<ProvenEntry> corrected() {
		return ProvenEntry.all().filter((entry) -> entry.correction() != null);
	}

	static Stream<ProvenEntry> insecure() {
		return parsed().filter((entry) -> entry.insecure() != null);
	}

	@ParameterizedTest
	@MethodSource("parsed")
	void entryGetsItsVerdict(ProvenEntry entry) {
		Judged judged = entry.judged();
		OriginLanguage language = judged.language();
		Confinement confinement = judged.confinement();
		assertThat(language.isUnmatchable()).isEqualTo(entry.verdict().equals("unmatchable"));
		assertThat(language.isAnyOrigin()).isEqualTo(entry.verdict().equals("any"));
		assertThat(confinement.confined()).isEqualTo(List.of("confined", "unmatchable").contains(entry.verdict()));
		assertThat(confinement.confined() ? confinement.owners() : judged.advice().counterExamples())
			.isEqualTo(entry.details());
	}

	@ParameterizedTest
	@MethodSource("parsed")
	void entryGetsItsExamples(ProvenEntry entry) {
		OriginLanguage language = entry.judged().language();
		assertThat(language.example(Hosts.LOOPBACK)).isEqualTo(entry.loopback());
		assertThat(language.example(Hosts.PRIVATE)).isEqualTo(entry.privateNetwork());
		assertThat(language.example(Hosts.INSECURE)).isEqualTo(entry.insecure());
	}

	@ParameterizedTest
	@MethodSource("parsed")
	void everyExampleIsAcceptedByTheEntry(ProvenEntry entry) {
		Judged judged = entry.judged();
		for (String example : examples(judged)) {
			assertThat(Origin.isWellFormed(example)).as(example).isTrue();
			assertThat(judged.language().contains(example)).as(example).isTrue();
			if (entry.isRegex() && !BACKTRACKS_FOR_AGES.matcher(entry.entry()).find()) {
				assertThat(example).matches(Pattern.compile(entry.entry()));
			}
		}
	}

	private static List<String> examples(Judged judged) {
		OriginLanguage language = judged.language();
		List<@Nullable String> examples = new ArrayList<>(judged.advice().counterExamples());
		examples.add(language.example(Hosts.LOOPBACK));
		examples.add(language.example(Hosts.PRIVATE));
		examples.add(language.example(Hosts.INSECURE));
		return examples.stream().filter(Objects::nonNull).map(String::valueOf).toList();
	}

	@ParameterizedTest
	@MethodSource("unbounded")
	void counterExamplesHaveDifferentOwners(ProvenEntry entry) {
		Set<String> owners = new HashSet<>();
		List<String> examples = entry.judged().advice().counterExamples();
		for (String example : examples) {
			String host = OriginGrammar.host(example);
			String domain = PublicSuffixList.get().registrableDomain(host);
			boolean single = OriginGrammar.isAddress(host) || AddressNames.contains(host);
			owners.add((domain == null || single) ? host : domain);
		}
		assertThat(examples).hasSizeBetween(2, 3);
		assertThat(owners).hasSameSizeAs(examples);
	}

	@ParameterizedTest
	@MethodSource("unbounded")
	void mistakesAreNamed(ProvenEntry entry) {
		List<String> mistakes = entry.judged().advice().mistakes();
		assertThat(String.join(" ", mistakes)).isEqualTo(Objects.requireNonNullElse(entry.mistakes(), ""));
		assertThat(mistakes).allSatisfy((mistake) -> assertThat(mistake).matches("[A-Z].*[.]"));
	}

	@ParameterizedTest
	@MethodSource("unbounded")
	void unboundedEntriesGetTheirCorrection(ProvenEntry entry) {
		assertThat(entry.judged().advice().correction()).isEqualTo(entry.correction());
	}

	@ParameterizedTest
	@MethodSource("unmatchable")
	void unmatchableEntriesGetTheirCorrection(ProvenEntry entry) {
		assertThat(entry.judged().matchable()).isEqualTo(entry.correction());
	}

	@ParameterizedTest
	@MethodSource("corrected")
	void correctionsAreConfined(ProvenEntry entry) {
		assertConfined(entry.corrected().language());
	}

	@ParameterizedTest
	@MethodSource("insecure")
	void secureCorrectionsAreSecureAndConfined(ProvenEntry entry) {
		String correction = entry.judged().secure();
		if (correction == null) {
			assertThat(entry.correction()).isNull();
			assertThat(entry.verdict()).isIn("unbounded", "any");
			return;
		}
		assertThat(entry.judged(correction).language().example(Hosts.INSECURE)).isNull();
		assertConfined(entry.judged(correction).language());
	}

	private static void assertConfined(OriginLanguage language) {
		assertThat(language.confinement().confined()).isTrue();
		assertThat(language.isUnmatchable()).isFalse();
		assertThat(language.isAnyOrigin()).isFalse();
	}

	@ParameterizedTest
	@MethodSource("refused")
	void refusedEntriesAreNotParsed(ProvenEntry entry) {
		OriginSyntaxException fault = catchThrowableOfType(OriginSyntaxException.class, entry::judged);
		assertThat(fault.position()).hasToString(entry.detail());
		assertThat(SyntaxFaults.vetted(fault)).isEqualTo(entry.correction());
	}

}
