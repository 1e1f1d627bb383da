package io.github.corsstarter.origin.advice;

import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is proposed in place of regular expressions that are not what their authors meant.
 */
class RegexProposalTests {

	@ParameterizedTest
	@CsvSource({ "https://organi[sz]ation\\.com, https://organi(s|z)ation\\.com",
			"https://gr[ae]y\\.com, https://gr(a|e)y\\.com", "https://ex[ab]mple\\.com, https://ex(a|b)mple\\.com",
			"https://x[ab]y\\.z[cd]\\.com, https://x[ab]y\\.z(c|d)\\.com",
			"https://.*example[12].com, https://.*\\.example(1|2)\\.com" })
	void classWithinANameIsWrittenAsAlternatives(String regex, String correction) {
		assertProposed(Judged.regex(regex).advice().correction(), correction);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://app[a-z]corp\\.com", "https://[a-z]corp\\.com", "https://app\\dcorp\\.com",
			"https://[a-z]{2}corp\\.com", "https://[a-z]?corp\\.com", "https://(www\\.)?.?corp\\.com" })
	void nameIsNotCutBehindASingleCharacter(String regex) {
		Advice advice = Judged.regex(regex).advice();
		assertThat(advice.correction()).isNull();
		assertThat(advice.mistakes()).noneMatch((mistake) -> mistake.contains("wildcard from"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ' ',
			value = { "https://[a-z]{2,}example\\.com https://[a-z]{2,}\\.example\\.com",
					"https://[a-z]{1,9}example\\.com https://[a-z]{1,9}\\.example\\.com",
					"https://(.)*example\\.com https://(.)*\\.example\\.com",
					"https://(x[a-z])+example\\.com https://(x[a-z])+\\.example\\.com" })
	void boundaryIsInsertedBehindARepeatedWildcard(String regex, String correction) {
		assertProposed(Judged.regex(regex).advice().correction(), correction);
	}

	@ParameterizedTest
	@ValueSource(ints = { 5, 9, 10, 26 })
	void manyMissingDotsAreMendedTogether(int alternatives) {
		assertProposed(Judged.regex(alternatives(alternatives, ".*%c\\.com")).advice().correction(),
				alternatives(alternatives, ".*\\.%c\\.com"));
		Advice unescaped = Judged.regex(alternatives(alternatives, ".*%c1.com")).advice();
		assertProposed(unescaped.correction(), alternatives(alternatives, ".*\\.%c1\\.com"));
		assertThat(unescaped.mistakes()).filteredOn((mistake) -> mistake.contains("wildcard from"))
			.hasSize(alternatives);
	}

	private static String alternatives(int count, String format) {
		return IntStream.range(0, count)
			.mapToObj((i) -> String.format(format, (char) ('a' + i)))
			.collect(Collectors.joining("|", "https://(", ")"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ' ',
			value = { ":?\\d{2,5} (:\\d{2,5})?", ":?(\\d{2,5})? (:\\d{2,5})?", ":{0,1}\\d{0,5} (:\\d{1,5})?",
					"\\:?\\d* (:\\d+)?", "[:]?\\d* (:\\d+)?", "(:)?\\d* (:\\d+)?", "(:?)(?:\\d+)? (:\\d+)?",
					":?\\d{3}\\d? :?\\d{3}\\d?", "(:?\\d+)? (:\\d+)?", "(?::?\\d{1,5})? (:\\d{1,5})?",
					":*([0-9]{4,})? (:[0-9]{4,})?", ":?(8080|3000)? (:(8080|3000))?", ":?\\d{4}/? (:\\d{4})?/?",
					":?(\\d{1})? (:\\d)?" })
	void portsStayWhenTheirColonIsNoLongerOptional(String port, String corrected) {
		String correction = Judged.regex("https://example\\.com" + port).advice().correction();
		if (port.equals(corrected)) {
			assertThat(correction).isNull();
			return;
		}
		assertProposed(correction, "https://example\\.com" + corrected);
	}

	@Test
	void whatIsDroppedIsNotEditedBesides() {
		assertProposed(Judged.regex("https://example\\.com(.\\w)?").advice().correction(), "https://example\\.com");
	}

	@ParameterizedTest
	@CsvSource({ "https?://(http.*|app)\\.example\\.com, https://(http.*|app)\\.example\\.com",
			"https?://.*http.*\\.example\\.com, https://.*http.*\\.example\\.com",
			"https?://(app|http)\\.example\\.com, https://(app|http)\\.example\\.com",
			"https?://(www\\.|http):?\\.example\\.com, https://(www\\.|http):?\\.example\\.com",
			"^(http.*\\.example\\.com)$, ^(https.*\\.example\\.com)$",
			"^http.*\\.example\\.com$|^http.*\\.x\\.org$, ^https.*\\.example\\.com$|^https.*\\.x\\.org$",
			"(https?:)//example\\.com, (https:)//example\\.com",
			"(capacitor|https?)://example\\.com, (capacitor|https)://example\\.com",
			"\\w+://example\\.com, https://example\\.com", "'https{0,1}://example\\.com', https://example\\.com",
			"(https?://)?(.*\\.)?example\\.com, https://(.*\\.)?example\\.com",
			".*\\.example\\.com|http://x\\.org, https://.*\\.example\\.com|https://x\\.org",
			"http(s)?:[/]{2}example\\.com, https:[/]{2}example\\.com",
			"(.*\\.api|.*\\.www)\\.example\\.com, https://(.*\\.api|.*\\.www)\\.example\\.com" })
	void onlySchemesAreWrittenAsHttps(String regex, String correction) {
		assertProposed(Judged.regex(regex).secure(), correction);
	}

	@Test
	void lengthOfAnEntryDoesNotMatter() {
		String schemes = String.join("|", Collections.nCopies(4_500, "https?"));
		assertProposed(Judged.regex("(" + schemes + ")://example\\.com").secure(), "https://example\\.com");
		assertThat(Judged.regex("https:" + "/".repeat(15_000) + "example\\.com").matchable()).isNotNull();
		String groups = "()".repeat(10_000);
		assertThat(Judged.regex("https://.*" + groups + "example\\.com").confinement().confined()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "^//example\\.com$|^//x\\.org$, ^https://example\\.com$|^https://x\\.org$",
			"example\\.com|x\\.org, https://example\\.com|https://x\\.org",
			"^localhost$|^example\\.com$, ^http://localhost$|^https://example\\.com$",
			"wss://a\\.com|wss://b\\.com, https://a\\.com|https://b\\.com",
			"https:/a\\.com|https:/b\\.com, https://a\\.com|https://b\\.com",
			"^EXAMPLE\\.com|^x\\.org/$, ^https://example\\.com|^https://x\\.org$",
			"https://EXAMPLE\\.com/#home, https://example\\.com", "example\\.com|intranet, ",
			"^(//example\\.com|//x\\.org)$, ", "^(//example\\.com|intranet)$, " })
	void allAlternativesBecomeMatchable(String regex, @Nullable String correction) {
		if (correction == null) {
			assertThat(Judged.regex(regex).matchable()).isNull();
			return;
		}
		assertProposed(Judged.regex(regex).matchable(), correction);
		assertThat(Stream.of(correction.split("\\|")).map(Judged::regex))
			.noneMatch((judged) -> judged.language().isUnmatchable());
	}

	@ParameterizedTest
	@CsvSource({ "https://app\\.example\\.com/(a|b), https://app\\.example\\.com",
			"^https://app\\.example\\.com/(a|b)/x$, ^https://app\\.example\\.com$",
			"https://(app|api)\\.example\\.com/v[0-9]+/(.*), https://(app|api)\\.example\\.com" })
	void groupsOfAPathDoNotBecomePartOfTheHost(String regex, String correction) {
		assertProposed(Judged.regex(regex).matchable(), correction);
	}

	@Test
	void originsThatWereMeantAreNotLost() {
		assertThat(Judged.regex("(www\\.)?.?example\\.com").matchable()).isNull();
	}

	private static void assertProposed(@Nullable String proposal, String expected) {
		assertThat(proposal).isEqualTo(expected);
		assertThat(Judged.regex(expected).confinement().confined()).isTrue();
		assertThat(Judged.regex(expected).language().isUnmatchable()).isFalse();
	}

}
