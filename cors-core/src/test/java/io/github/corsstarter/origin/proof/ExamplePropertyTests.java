package io.github.corsstarter.origin.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.RandomOrigins;
import io.github.corsstarter.origin.RandomRegexes;
import io.github.corsstarter.origin.advice.Judged;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import io.github.corsstarter.origin.entry.OriginPattern;
import io.github.corsstarter.origin.entry.OriginRegex;
import io.github.corsstarter.origin.match.OriginAllowlist;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is named as an example of what an entry accepts is accepted, by the entry and
 * by an allowlist of it.
 */
class ExamplePropertyTests {

	private static final long SEED = 20_260_811L;

	private static final int ROUNDS = Math.max(1, RandomOrigins.ROUNDS / 20);

	private static final String[] LABELS = { "*", "1*", "*1", "*1*", "0*", "0x*", "*0", "a*", "*com", "1", "127", "10",
			"a", "local" };

	private static final String[] PORTS = { "", ":8080", ":[*]", ":[80,81]" };

	private final Random random = new Random(SEED);

	@Test
	void examplesOfPatternsAreAccepted() {
		int examples = 0;
		for (int round = 0; round < ROUNDS; round++) {
			OriginPattern pattern = pattern();
			OriginAllowlist allowlist = OriginAllowlist.builder().add(pattern).build();
			for (String example : examples(Judged.pattern(pattern.toString()))) {
				assertThat(pattern.matches(example) && allowlist.allows(example))
					.as("seed %s, round %s: %s and %s", SEED, round, pattern, example)
					.isTrue();
				examples++;
			}
		}
		assertThat(examples).isGreaterThan(ROUNDS);
	}

	@Test
	void examplesOfRegexesAreAccepted() {
		int examples = 0;
		for (int round = 0; round < ROUNDS; round++) {
			OriginRegex regex = regex();
			OriginAllowlist allowlist = OriginAllowlist.builder().add(regex).build();
			for (String example : examples(Judged.regex(regex.toString()))) {
				assertThat(regex.matches(example) && allowlist.allows(example))
					.as("seed %s, round %s: %s and %s", SEED, round, regex, example)
					.isTrue();
				examples++;
			}
		}
		assertThat(examples).isGreaterThan(ROUNDS / 2);
	}

	private OriginPattern pattern() {
		while (true) {
			StringBuilder host = new StringBuilder(pick(LABELS));
			for (int i = this.random.nextInt(4); i > 0; i--) {
				host.append('.').append(pick(LABELS));
			}
			try {
				return new OriginEntryParser()
					.pattern("http" + (this.random.nextBoolean() ? "s" : "") + "://" + host + pick(PORTS));
			}
			catch (OriginSyntaxException ex) {
				assertThat(ex.getMessage()).isNotEmpty();
			}
		}
	}

	private OriginRegex regex() {
		RandomRegexes regexes = new RandomRegexes(this.random);
		while (true) {
			try {
				return new OriginEntryParser().regex(regexes.regex());
			}
			catch (OriginSyntaxException ex) {
				assertThat(ex.getMessage()).contains("too large");
			}
		}
	}

	private String pick(String[] values) {
		return values[this.random.nextInt(values.length)];
	}

	private static List<String> examples(Judged judged) {
		OriginLanguage language = judged.language();
		List<String> examples = new ArrayList<>(judged.advice().counterExamples());
		Stream<@Nullable String> others = Stream.of(language.example(Hosts.LOOPBACK), language.example(Hosts.PRIVATE),
				language.example(Hosts.INSECURE));
		others.filter(Objects::nonNull).map(String::valueOf).forEach(examples::add);
		return examples;
	}

}
