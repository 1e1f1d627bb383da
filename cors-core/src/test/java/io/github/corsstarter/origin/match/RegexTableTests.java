package io.github.corsstarter.origin.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.RandomOrigins;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import io.github.corsstarter.origin.entry.OriginRegex;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RegexTable}.
 */
class RegexTableTests {

	private static final long SEED = 20_261_121L;

	private static final String[] SHAPES = { "https://.*\\.%s", "https://.*-a-.*\\.%s", "https://a-\\d+\\.%s:81",
			"https?://(a|b)%s", "https://(a\\.)?%s", "https://%s", "https://.*\\.(a|%s)", "https://a\\.%s(:\\d+)?",
			"https://[^.]+a%s", ".*" };

	private static final String[] HOSTS = { "a", "b", "a.a", "b.a", "a.b.a", "a.aa", "aa.a.b", "a-1.a", "a.a.a.a" };

	private final Random random = new Random(SEED);

	@Test
	void nothingAcceptsNothing() {
		assertThat(new RegexTable(List.of()).accepts("https://a.b")).isFalse();
	}

	@Test
	void endingsOfEachOtherAreAllTried() {
		RegexTable table = table("https://.*a\\.example\\.com", "https://.*b\\.com", "https://.*c\\.b\\.a\\.com");
		assertThat(table.accepts("https://xa.example.com")).isTrue();
		assertThat(table.accepts("https://a.example.b.com")).isTrue();
		assertThat(table.accepts("https://c.b.a.com")).isTrue();
		assertThat(table.accepts("https://x.a.com")).isFalse();
	}

	@Test
	void tableAgreesWithItsExpressions() {
		int accepted = 0;
		for (int round = 0; round < RandomOrigins.ROUNDS / 10; round++) {
			Set<String> texts = new TreeSet<>();
			for (int i = this.random.nextInt(8); i >= 0; i--) {
				texts.add(anyOf(SHAPES).formatted(anyOf(HOSTS).replace(".", "\\.")));
			}
			List<OriginRegex> regexes = texts.stream().map(new OriginEntryParser()::regex).toList();
			RegexTable table = new RegexTable(regexes);
			for (int i = 0; i < 20; i++) {
				String origin = "https://" + anyOf(HOSTS) + anyOf("", ".", "-a-.") + anyOf(HOSTS) + anyOf("", ":81");
				boolean expected = regexes.stream().anyMatch((regex) -> regex.matches(origin));
				if (Origin.isWellFormed(origin)) {
					assertThat(table.accepts(origin)).as("seed %s, round %s: %s", SEED, round, origin)
						.isEqualTo(expected);
					accepted += expected ? 1 : 0;
				}
			}
		}
		assertThat(accepted).isPositive();
	}

	private String anyOf(String... texts) {
		return texts[this.random.nextInt(texts.length)];
	}

	private static RegexTable table(String... texts) {
		List<OriginRegex> regexes = new ArrayList<>();
		for (String text : texts) {
			regexes.add(new OriginEntryParser().regex(text));
		}
		return new RegexTable(regexes);
	}

}
