package io.github.corsstarter.origin.proof;

import java.util.List;

import io.github.corsstarter.origin.automaton.WorkLimits;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import io.github.corsstarter.origin.entry.OriginPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is told of simple patterns without an automaton is what an automaton would prove.
 */
class SubdomainsEntryTests {

	private static final List<String> DOMAINS = List.of("example.com", "a.b.example.co.uk", "example.com.au",
			"my-app.github.io", "bucket.s3.amazonaws.com", "example.in", "www.ck", "city.kawasaki.jp",
			"xn--e1afmkfd.xn--p1ai", "a.example", "example.org:8443", "example.org:[8080,8443]", "example.org:[*]",
			"office.com", "*.example.com", "*-app.example.com", "a.*.b*c.example.co.uk:[*]");

	private static final List<String> OTHER_DOMAINS = List.of("com", "co.uk", "github.io", "me", "localtest.me",
			"app.lvh.me", "localhost", "app.localhost", "internal", "app.internal", "home.arpa", "arpa",
			"amazonaws.com", "ck", "203.0.113.7.nip.io", "127.0.0.1.nip.io", "compute.amazonaws.com", "nip.io",
			"vercel.app", "example", "x.home.arpa", "vcap.me", "kawasaki.jp", "windows.net", "x.compute.amazonaws.com",
			"azure.com", "ngrok-free.app", "app.nip.io", "1.nip.io", "xn--f.com");

	@Test
	void simplePatternIsJudgedAsByItsAutomaton() {
		for (String domain : DOMAINS) {
			OriginPattern pattern = new OriginEntryParser().pattern("https://*." + domain);
			LanguageEntry entry = SubdomainsEntry.of(pattern, new WorkLimits());
			assertThat(entry).as(domain).isInstanceOf(SubdomainsEntry.class);
			assertSame(entry, pattern);
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "https://app-*.example.com", "https://a*b.*.my-app.github.io", "https://*a.office.com:[*]" })
	void patternWithWildcardsInsideLabelsIsJudgedAsByItsAutomaton(String text) {
		OriginPattern pattern = new OriginEntryParser().pattern(text);
		LanguageEntry entry = SubdomainsEntry.of(pattern, new WorkLimits());
		assertThat(entry).isInstanceOf(SubdomainsEntry.class);
		assertSame(entry, pattern);
	}

	@Test
	void otherPatternsHaveAnAutomaton() {
		for (String domain : OTHER_DOMAINS) {
			OriginPattern pattern = new OriginEntryParser().pattern("https://*." + domain);
			assertThat(SubdomainsEntry.of(pattern, new WorkLimits())).as(domain).isInstanceOf(AutomatonEntry.class);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://*.example.com", "https://example.com", "https://app-*.com", "https://a.b*",
			"wss://*.example.com", "https://*", "chrome-extension://*.example.com" })
	void patternOfAnotherFormHasAnAutomaton(String pattern) {
		assertThat(SubdomainsEntry.of(new OriginEntryParser().pattern(pattern), new WorkLimits()))
			.isInstanceOf(AutomatonEntry.class);
	}

	@Test
	void isCoveredByWhatAcceptsAllOfIt() {
		LanguageEntry entry = entry("https://*.a.example.com:[8080,8443]");
		assertThat(entry.isCoveredBy(List.of(entry("https://*.example.com:[8080,8443,9090]")))).isTrue();
		assertThat(entry.isCoveredBy(List.of(entry("https://*.example.com:8080")))).isFalse();
		assertThat(entry.isCoveredBy(List.of(entry("https://*.example.com:8080"), entry("https://*.com:8443"))))
			.isTrue();
		assertThat(entry.isCoveredBy(List.of(entry("https://*.a.example.org:[*]")))).isFalse();
		assertThat(entry.isCoveredBy(List.of())).isFalse();
	}

	private static void assertSame(LanguageEntry entry, OriginPattern pattern) {
		AutomatonEntry proven = new AutomatonEntry(pattern, new WorkLimits());
		assertThat(entry.confinement()).isEqualTo(proven.confinement());
		assertThat(Hosts.values())
			.allSatisfy((hosts) -> assertThat(entry.example(hosts)).isEqualTo(proven.example(hosts)));
		assertThat(entry.isUnmatchable()).isEqualTo(proven.isUnmatchable());
		assertThat(entry.example())
			.satisfies((example) -> assertThat(pattern.matches(String.valueOf(example))).isTrue());
	}

	private static LanguageEntry entry(String pattern) {
		return SubdomainsEntry.of(new OriginEntryParser().pattern(pattern), new WorkLimits());
	}

}
