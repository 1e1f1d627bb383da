package io.github.corsstarter.origin.advice;

import java.util.List;
import java.util.Objects;
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
		if (confinement.confined()) {
			assertThat(confinement.owners()).isEqualTo(entry.details());
		}
		else {
			assertThat(judged.advice().counterExamples()).isEqualTo(entry.details())
				.allSatisfy((example) -> assertAccepted(entry, language, example));
		}
	}

	@ParameterizedTest
	@MethodSource("parsed")
	void entryGetsItsExamples(ProvenEntry entry) {
		OriginLanguage language = entry.judged().language();
		assertThat(language.example(Hosts.LOOPBACK)).isEqualTo(entry.loopback());
		assertThat(language.example(Hosts.PRIVATE)).isEqualTo(entry.privateNetwork());
		assertThat(language.example(Hosts.INSECURE)).isEqualTo(entry.insecure());
		assertThat(Stream.<@Nullable String>of(entry.loopback(), entry.privateNetwork(), entry.insecure())
			.filter(Objects::nonNull)
			.map(String::valueOf)).allSatisfy((example) -> assertAccepted(entry, language, example));
	}

	private static void assertAccepted(ProvenEntry entry, OriginLanguage language, String example) {
		assertThat(Origin.isWellFormed(example)).isTrue();
		assertThat(language.contains(example)).isTrue();
		if (entry.isRegex() && !BACKTRACKS_FOR_AGES.matcher(entry.entry()).find()) {
			assertThat(example).matches(Pattern.compile(entry.entry()));
		}
	}

	@ParameterizedTest
	@MethodSource("unbounded")
	void unboundedEntriesAreExplained(ProvenEntry entry) {
		Advice advice = entry.judged().advice();
		assertThat(advice.counterExamples()).hasSizeBetween(2, 3)
			.extracting(ProvenEntryTests::owner)
			.doesNotHaveDuplicates();
		assertThat(String.join(" ", advice.mistakes())).isEqualTo(Objects.requireNonNullElse(entry.mistakes(), ""));
		assertThat(advice.mistakes()).allSatisfy((mistake) -> assertThat(mistake).matches("[A-Z].*[.]"));
		assertThat(advice.correction()).isEqualTo(entry.correction());
	}

	private static String owner(String example) {
		String host = OriginGrammar.host(example);
		String domain = PublicSuffixList.get().registrableDomain(host);
		boolean single = OriginGrammar.isAddress(host) || AddressNames.contains(host);
		return (domain == null || single) ? host : domain;
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
