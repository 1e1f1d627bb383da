package io.github.corsstarter.origin.proof;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.corsstarter.origin.advice.Judged;
import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link OriginLanguage} beyond single patterns and regular expressions, which
 * {@code entries.tsv} is about.
 */
class OriginLanguageTests {

	@ParameterizedTest
	@ValueSource(strings = { "https://[a-m].*  https://[^a-m].*", "https://*  https://a", "http://.*  https://.*",
			"https://[a-z].*  https://[0-9_-].*", "https://(a|.*\\.com)  https://(.*)",
			"https://[a-z0-9_-]+  https://.*\\..*", "https://[^.]{1,63}(\\.[^.]{1,63})*" })
	void entriesThatTogetherAcceptEveryOrdinaryOriginAreAnyOrigin(String entries) {
		assertThat(union(entries).isAnyOrigin()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://[a-m].*  https://[^a-n].*", "http://.*", "https://[a-z0-9.-]+", "https://.+\\..+",
			"https://[^.]{1,62}(\\.[^.]{1,63})*", "https://.{1,252}", "https://.*:.*", "https://*:8080",
			"https://[^_]*  https://[^-]*" })
	void entriesThatLackOneOrdinaryOriginAreNot(String entries) {
		assertThat(union(entries).isAnyOrigin()).isFalse();
	}

	@Test
	void patternWithAWildcardAtTheEndDoesNotCoverAddresses() {
		OriginLanguage pattern = new OriginLanguages().of(new OriginEntryParser().pattern("https://*.*.*.*"));
		assertThat(
				pattern.covers(new OriginLanguages().of(new OriginEntryParser().regex("https://[a-z]\\.b\\.c\\.de"))))
			.isTrue();
		assertThat(pattern
			.covers(new OriginLanguages().of(new OriginEntryParser().regex("https://(a\\.b\\.c\\.de|1\\.2\\.3\\.4)"))))
			.isFalse();
	}

	@Test
	void nothingIsNotAnyOrigin() {
		assertThat(OriginLanguage.union(List.of()).isAnyOrigin()).isFalse();
	}

	@Test
	void manyEntriesTogetherAreJudged() {
		List<OriginLanguage> languages = Stream
			.concat(IntStream.range(0, 200).mapToObj((i) -> regex("https://(.*\\.)?example" + i + "\\.com")),
					Stream.of(regex("https://[^e].*"), regex("https://e.*")))
			.toList();
		assertThat(OriginLanguage.union(languages).isAnyOrigin()).isTrue();
		assertThat(OriginLanguage.union(languages.subList(0, 201)).isAnyOrigin()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "http://localhost:5173, true, false, false",
			"https://app.localhost, true, false, false", "http://127.1.2.3, true, false, false",
			"http://0.0.0.0:80, true, false, false", "http://[::1]:3000, true, false, false",
			"http://[::], true, false, false", "http://[::ffff:127.0.0.1], true, false, false",
			"http://[::ffff:0.0.0.0], true, false, false", "https://a.lvh.me, true, false, false",
			"https://localtest.me, true, false, false", "https://b.vcap.me:8443, true, false, false",
			"http://10.1.2.3, false, true, false", "http://[::ffff:10.1.2.3], false, true, false",
			"https://172.31.0.1, false, true, false", "http://172.32.0.1, false, false, true",
			"http://192.168.1.1:81, false, true, false", "http://100.127.0.1, false, true, false",
			"http://100.128.0.1, false, false, true", "http://169.254.1.1, false, true, false",
			"http://[fd00::1], false, true, false", "http://[fc::1], false, false, true",
			"http://[febf::1], false, true, false", "http://[fec0::1], false, false, true",
			"http://nas, false, true, false", "http://nas.local, false, true, false",
			"http://a.localdomain, false, true, false", "http://host.docker.internal, false, true, false",
			"http://a.test, false, true, false", "http://a.lan, false, true, false",
			"http://a.home, false, true, false", "http://a.home.arpa, false, true, false",
			"http://a.corp, false, true, false", "http://a.intranet, false, true, false",
			"http://a.private, false, true, false", "http://example.com, false, false, true",
			"https://example.com, false, false, false", "https://127.0.0.1.nip.io, true, false, false",
			"https://127-0-0-1.sslip.io, true, false, false", "http://app-v1-127-0-0-1.nip.io:80, true, false, false",
			"http://a.b.0.0.0.0.traefik.me, true, false, false", "http://127.0.0.1.xip.io, true, false, false",
			"http://10.0.0.1.nip.io, false, true, false", "http://app-192-168-1-2.sslip.io:81, false, true, false",
			"https://a.172.31.0.1.xip.io, false, true, false", "http://172.32.0.1.nip.io, false, false, true",
			"http://100-64-0-1.traefik.me, false, true, false", "http://a10-0-0-1.nip.io, false, false, true",
			"http://169.254.169.254.nip.io, false, true, false", "http://203.0.113.7.nip.io, false, false, true",
			"http://6-6-6-6.10.0.0.1.nip.io, false, false, true", "http://9.127.0.0.1.nip.io, false, false, true",
			"http://2a01-4f8--1.127.0.0.1.sslip.io, false, false, true", "http://1.nip.io, false, false, true",
			"http://7f000001.nip.io, true, false, false", "http://app-7f000001.nip.io:81, true, false, false",
			"http://ip6-localhost, true, false, false", "https://ip6-loopback, true, false, false",
			"http://localhost.localdomain:3000, true, false, false",
			"http://a.localhost.localdomain, true, false, false", "http://c0a80001.sslip.io, false, true, false",
			"http://cb007107.nip.io, false, false, true", "http://127.0.0.1.example.com, false, false, true",
			"http://a127-0-0-1.nip.io, false, false, true", "http://mylocalhost.com, false, false, true",
			"http://localhost.com, false, false, true", "capacitor://localhost, false, false, false",
			"null, false, false, false" })
	void originsAreJudgedByTheirHost(String text, boolean loopback, boolean privateNetwork, boolean insecure) {
		ExactOrigin origin = ExactOrigin.parse(text);
		OriginLanguage exact = new OriginLanguages().of(origin);
		assertThat(exact.example(Hosts.LOOPBACK)).isEqualTo(loopback ? origin.toString() : null);
		assertThat(exact.example(Hosts.PRIVATE)).isEqualTo(privateNetwork ? origin.toString() : null);
		assertThat(exact.example(Hosts.INSECURE)).isEqualTo(insecure ? origin.toString() : null);
		assertThat(exact.isUnmatchable()).isFalse();
		assertThat(exact.isAnyOrigin()).isFalse();
		OriginLanguage regex = regex(origin.toString().replaceAll("[.\\[\\]]", "\\\\$0"));
		assertThat(regex.example(Hosts.LOOPBACK)).isEqualTo(exact.example(Hosts.LOOPBACK));
		assertThat(regex.example(Hosts.PRIVATE)).isEqualTo(exact.example(Hosts.PRIVATE));
		assertThat(regex.example(Hosts.INSECURE)).isEqualTo(exact.example(Hosts.INSECURE));
	}

	@Test
	void insecureExampleIsNoNameOfAPrivateAddress() {
		OriginLanguage names = regex("http://(app\\.10\\.0\\.0\\.1|app\\.203\\.0\\.113\\.7)\\.nip\\.io");
		assertThat(names.example(Hosts.PRIVATE)).isEqualTo("http://app.10.0.0.1.nip.io");
		assertThat(names.example(Hosts.INSECURE)).isEqualTo("http://app.203.0.113.7.nip.io");
		assertThat(regex("http://(app|web2)\\.10\\.0\\.0\\.1\\.nip\\.io").example(Hosts.INSECURE)).isNull();
		assertThat(new OriginLanguages().of(new OriginEntryParser().pattern("http://*.10.0.0.1.nip.io"))
			.example(Hosts.INSECURE)).isNotNull();
	}

	@Test
	void examplesOfAUnionAreThoseOfItsFirstEntryThatHasOne() {
		OriginLanguage union = union(
				"https://a.example.com  http://b.example.com  http://localhost:8080  http://[a-z]+");
		assertThat(union.example(Hosts.INSECURE)).isEqualTo("http://b.example.com");
		assertThat(union.example(Hosts.LOOPBACK)).isEqualTo("http://localhost:8080");
		assertThat(union.example(Hosts.PRIVATE)).isEqualTo("http://intranet");
	}

	@ParameterizedTest
	@CsvSource({ "ws://a.example, http://a.example", "wss://a.example:8443, https://a.example:8443",
			"ftp://a.example, " })
	void originsThatNoBrowserSendsAreUnmatchable(String text, String correction) {
		Judged judged = Judged.exact(text);
		assertThat(judged.language().isUnmatchable()).isTrue();
		assertThat(judged.matchable()).isEqualTo(correction);
	}

	@ParameterizedTest
	@ValueSource(strings = { "chrome-extension://[a-p]{32}", "capacitor://localhost", "app://Obsidian.*",
			"moz-extension://.*", "tauri://localhost", "vscode-webview://.*", "foo://\\[::1\\]" })
	void originsOfOtherSchemesAreMatchableAndNobodysDomain(String regex) {
		assertThat(regex(regex).isUnmatchable()).isFalse();
		assertThat(regex(regex).confinement()).isEqualTo(Confinement.to(List.of()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ' ', value = { "https://.*\\.example\\.com https://*.example.com true",
			"https://*.example.com https://a\\.(b\\.)?example\\.com true",
			"https://*.example.com https://a.example.com true", "https://*.example.com https://example.com false",
			"https://*.example.com https://*.example.com:8080 false",
			"https://*.example.com:[*] https://*.example.com:8080 true",
			"https://a.example.com https://a.example.com true", "https://a.example.com https://*.example.com false",
			"https://a\\.example\\.com https://a.example.com true", "https?://.* http://localhost:.* true",
			"https://* https://127.0.0.1 false", "https://.* https://*:[*] true",
			"https://[ab]\\.example\\.com https://(a|b)\\.example\\.com true",
			"https://[ab]\\.example\\.com https://[a-c]\\.example\\.com false", "foo://.* foo://Bar.* true",
			"foo://[a-z]* foo://.* false", "https://.* .* false", ".* null false" })
	void coveringIsHavingEveryOriginOfTheOther(String first, String second, boolean covers) {
		assertThat(union(first).covers(union(second))).isEqualTo(covers);
	}

	@Test
	void entriesCoverTogether() {
		assertThat(union("https://[a-m].*  https://[n-z].*  https://0\\..*").covers(union("https://[a-z].*\\.com")))
			.isTrue();
		assertThat(union("https://[a-m].*  https://[n-y].*").covers(union("https://[a-z].*\\.com"))).isFalse();
	}

	@Test
	void nullIsCoveredByNullOnly() {
		OriginLanguage nullOrigin = new OriginLanguages().of(ExactOrigin.parse("null"));
		assertThat(nullOrigin.covers(nullOrigin)).isTrue();
		assertThat(union(".*").covers(nullOrigin)).isFalse();
		assertThat(nullOrigin.contains("null")).isTrue();
	}

	@Test
	void confinementOfAUnionIsThatOfItsEntries() {
		assertThat(
				union("https://*.example.com  https://[a-z]+\\.example\\.net  https://app.example.org").confinement())
			.isEqualTo(Confinement.to(List.of("example.com", "example.net", "example.org")));
		Confinement confinement = union("https://*.example.com  https://*.github.io").confinement();
		assertThat(confinement.unconfined()).isNotNull()
			.satisfies((unconfined) -> assertThat(unconfined.otherOwner()).endsWith(".github.io"));
	}

	private static OriginLanguage regex(String text) {
		return new OriginLanguages().of(new OriginEntryParser().regex(text));
	}

	/** What looks like an origin or a pattern is one; everything else is a regex. */
	private static OriginLanguage union(String entries) {
		return OriginLanguage.union(Stream.of(entries.split(" +")).map(OriginLanguageTests::parse).toList());
	}

	private static OriginLanguage parse(String entry) {
		if (entry.matches(".*([\\\\(+{]|\\.\\*|\\[\\^|\\[[a-z0-9]).*") && !entry.contains(":[")) {
			return regex(entry);
		}
		return entry.contains("*") ? new OriginLanguages().of(new OriginEntryParser().pattern(entry))
				: new OriginLanguages().of(ExactOrigin.parse(entry));
	}

}
