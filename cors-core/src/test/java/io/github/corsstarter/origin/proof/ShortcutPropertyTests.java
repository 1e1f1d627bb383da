package io.github.corsstarter.origin.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.RandomOrigins;
import io.github.corsstarter.origin.automaton.WorkLimits;
import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import io.github.corsstarter.origin.entry.OriginPattern;
import io.github.corsstarter.origin.entry.OriginRegex;
import io.github.corsstarter.origin.owner.PublicSuffixList;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever answers without an automaton says what an automaton proves, for names at and
 * below suffixes of every kind, shared hosts, reserved names and names of addresses.
 */
class ShortcutPropertyTests {

	private static final long SEED = 20_261_129L;

	private static final List<String> RESERVED = List.of("localhost", "localdomain", "localhost.localdomain",
			"ip6-localhost", "internal", "home.arpa", "lan", "lvh.me", "localtest.me", "example.com", "example",
			"xn--f", "xn--f.com", "xn--p1ai");

	/**
	 * What may stand before a suffix, such as addresses and names of one and more labels.
	 */
	private static final List<String> LABELS = List.of("app", "a.b", "1", "127.0.0.1", "6-6-6-6", "app-127-0-0-1",
			"7f000001", "app.7f000001", "fe-0a000001", "deadbeef.7f000001", "xn--f", "www", "cafe", "127", "0.0.1",
			"localhost", "a_b", "10.0.0.1", "x.192.168.0.10", "2a01-4f8--1", "app.nip.io", "x.1.nip.io");

	private static final List<String> SCHEMES = List.of("https", "http");

	private final Random random = new Random(SEED);

	private final List<String> listed = rules("public-suffix-list.dat");

	private final List<String> shared = rules("shared-hosts.dat");

	@Test
	void shortcutsAgreeWithProofsBelowEverySharedHost() {
		Stream.concat(this.shared.stream(), RESERVED.stream()).forEach((suffix) -> {
			assertSame(suffix);
			assertSame(pick(LABELS) + "." + suffix);
		});
	}

	@Test
	void shortcutsAgreeWithProofsOfNamesThatSpellAddresses() {
		LABELS.forEach((label) -> assertSame(label + ".nip.io"));
	}

	@Test
	void shortcutsAgreeWithProofsBelowListedSuffixes() {
		for (int round = 0; round < RandomOrigins.ROUNDS / 10; round++) {
			String suffix = pick(this.listed);
			int dot = suffix.indexOf('.');
			String name = (this.random.nextInt(8) == 0 && dot > 0) ? suffix.substring(dot + 1) : suffix;
			assertSame((this.random.nextInt(8) == 0) ? name : pick(LABELS) + "." + name);
		}
	}

	private void assertSame(String host) {
		if (Origin.isWellFormed("https://" + host)) {
			assertSame(ExactOrigin.parse(pick(SCHEMES) + "://" + host));
			assertSame(new OriginEntryParser().pattern("https://*." + host));
		}
	}

	private static void assertSame(ExactOrigin origin) {
		OriginRegex regex = new OriginEntryParser().regex(origin.toString().replace(".", "\\."));
		LanguageEntry entry = LanguageEntry.of(origin, new WorkLimits());
		assertThat(entry).isInstanceOf(ExactEntry.class);
		assertSame(origin.toString(), entry, new AutomatonEntry(regex, new WorkLimits()));
	}

	private static void assertSame(OriginPattern pattern) {
		LanguageEntry entry = LanguageEntry.of(pattern, new WorkLimits());
		if (entry instanceof SubdomainsEntry) {
			assertSame(pattern.toString(), entry, new AutomatonEntry(pattern, new WorkLimits()));
		}
	}

	private static void assertSame(String as, LanguageEntry entry, LanguageEntry proven) {
		assertThat(entry.confinement()).as(as).isEqualTo(proven.confinement());
		assertThat(Hosts.values()).as(as)
			.allSatisfy((hosts) -> assertThat(entry.example(hosts)).isEqualTo(proven.example(hosts)));
		assertThat(entry.isUnmatchable()).as(as).isEqualTo(proven.isUnmatchable());
	}

	private String pick(List<String> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	/** The names of all rules, without what is before a wildcard or an exception. */
	private static List<String> rules(String resource) {
		List<String> names = new ArrayList<>();
		try (InputStream input = Objects.requireNonNull(PublicSuffixList.class.getResourceAsStream(resource));
				BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
			reader.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("//"))
				.map((line) -> IDN.toASCII(line.split("\\s")[0].replaceFirst("^(\\*\\.|!)", ""), IDN.ALLOW_UNASSIGNED))
				.forEach(names::add);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return names;
	}

}
