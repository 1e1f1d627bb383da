package io.github.corsstarter.origin.proof;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.corsstarter.origin.entry.OriginEntryParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Confinement}: branches and owners.
 */
class ConfinementTests {

	@Test
	void alternativesAndOptionalPartsAreBranches() {
		assertThat(confinement("https://examples?\\.(com|net|co\\.uk)").owners()).containsExactly("example.co.uk",
				"example.com", "example.net", "examples.co.uk", "examples.com", "examples.net");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://(a|b){1}\\.com", "https://(?:(?:a)|(?:(?:b)))\\.com", "https://(a|b\\.)?c\\.com",
			"https://x{0}(a|b)\\.com", "https://a\\.com|https://b\\.com(:1|:2)?", "(https://a\\.com|http://b\\.com)",
			"https?://(s|t)\\.com", "https://(a|)b\\.com", "https://(a(b(c)?)?)?d\\.com" })
	void nestedAlternativesAreBranchesToo(String regex) {
		assertThat(confinement(regex).confined()).isTrue();
		assertThat(confinement(regex).owners()).hasSizeGreaterThan(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://app[1-9]\\.com", "https://(a|b){2}\\.com", "https://(a|b)+\\.com",
			"https://a*\\.com", "https://a{1,2}\\.com", "https://a{0,2}\\.com" })
	void classesAndOtherRepetitionsAreNot(String regex) {
		assertThat(confinement(regex).confined()).isFalse();
	}

	@Test
	void aThousandBranchesAreExpanded() {
		assertThat(confinement("https://(" + names(1000) + ")").owners()).hasSize(1000);
		assertThat(confinement("https://(" + names(1002) + ")").confined()).isFalse();
	}

	@Test
	void branchesThatDoNotMatterAreNotCounted() {
		assertThat(confinement("https://(" + names(900) + ")(:(1|2|3|4))?").owners()).hasSize(900);
		assertThat(
				confinement("https?://((a|b|c|d)?(a|b|c|d)?(a|b|c|d)?(a|b|c|d)?(a|b|c|d)?x\\.)?example\\.com").owners())
			.containsExactly("example.com");
	}

	@Test
	void branchesOfManyNamesAndEndingsAreExpanded() {
		String hosts = IntStream.range(0, 500).mapToObj((i) -> "app" + i).collect(Collectors.joining("|"));
		assertThat(confinement("https://(" + hosts + ")\\.(example|sample)\\.com").owners())
			.containsExactly("example.com", "sample.com");
	}

	@Test
	void reservedNamesAndNetworksAreOneOwnerEach() {
		assertThat(confinement("https?://(.*\\.)?(internal|corp|home\\.arpa)(:\\d+)?").owners()).containsExactly("corp",
				"home.arpa", "internal");
		assertThat(confinement("http://10\\.\\d+\\.\\d+\\.\\d+|http://192\\.168\\.\\d+\\.\\d+").owners())
			.containsExactly("10.0.0.0/8", "192.168.0.0/16");
		assertThat(confinement("http://(app|web)\\d?").owners()).containsExactly("single-label hosts");
		assertThat(confinement("http://app(:\\d+)?").owners()).containsExactly("app");
		assertThat(confinement("http://(10|11)\\.\\d+\\.\\d+\\.\\d+").confined()).isFalse();
	}

	private static String names(int count) {
		return IntStream.range(0, count).mapToObj((i) -> "c" + i + "\\.com").collect(Collectors.joining("|"));
	}

	private static Confinement confinement(String regex) {
		return new OriginLanguages().of(new OriginEntryParser().regex(regex)).confinement();
	}

}
