package io.github.corsstarter.origin.entry;

import java.util.Random;

import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.RandomOrigins;
import io.github.corsstarter.origin.ReferenceMatcher;
import io.github.corsstarter.origin.SyntaxFaults;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties of {@link OriginPattern} that hold for every pattern and every origin.
 */
class OriginPatternPropertyTests {

	private static final long SEED = 20_260_802L;

	private final Random random = new Random(SEED);

	private final RandomOrigins origins = new RandomOrigins(this.random);

	@Test
	void matchingAgreesWithTheReference() {
		int matches = 0;
		for (int round = 0; round < RandomOrigins.ROUNDS; round++) {
			OriginPattern pattern = parse(this.origins.pattern());
			for (int i = 0; pattern != null && i < 5; i++) {
				String value = near(pattern);
				assertThat(pattern.matches(value)).as("seed %s, round %s: %s and %s", SEED, round, pattern, value)
					.isEqualTo(ReferenceMatcher.matches(pattern.toString(), value));
				matches += pattern.matches(value) ? 1 : 0;
			}
		}
		assertThat(matches).isGreaterThan(RandomOrigins.ROUNDS / 5);
	}

	@Test
	void normalizedSpellingParsesToTheSamePattern() {
		for (int round = 0; round < RandomOrigins.ROUNDS; round++) {
			OriginPattern pattern = parse(this.origins.pattern());
			if (pattern != null) {
				assertThat(new OriginEntryParser().pattern(pattern.toString())).as("seed %s, round %s", SEED, round)
					.isEqualTo(pattern)
					.hasToString(pattern.toString());
			}
		}
	}

	@Test
	void patternWithoutWildcardMatchesItself() {
		for (int round = 0; round < RandomOrigins.ROUNDS; round++) {
			OriginPattern pattern = parse(this.origins.origin());
			if (pattern != null) {
				assertThat(pattern.matches(pattern.toString())).as("seed %s, round %s: %s", SEED, round, pattern)
					.isTrue();
			}
		}
	}

	@Test
	void garbageIsRefusedAndMatchesNothing() {
		for (int round = 0; round < RandomOrigins.ROUNDS; round++) {
			String text = this.random.nextBoolean() ? this.origins.garbage()
					: this.origins.mutate(this.origins.pattern());
			String as = "seed " + SEED + ", round " + round + ": " + text;
			try {
				OriginPattern pattern = new OriginEntryParser().pattern(text);
				assertThat(new OriginEntryParser().pattern(pattern.toString())).as(as).isEqualTo(pattern);
				assertThat(pattern.matches(this.origins.mutate(text) + "/")).as(as).isFalse();
			}
			catch (OriginSyntaxException ex) {
				SyntaxFaults.assertFault(as, ex);
			}
		}
	}

	/**
	 * Make an origin that the pattern could match.
	 * @param pattern a pattern
	 * @return its spelling with something in place of the wildcards, or any header value
	 */
	private String near(OriginPattern pattern) {
		if (this.random.nextInt(3) == 0) {
			return this.origins.headerValue();
		}
		String value = pattern.toString().replaceFirst(":\\[.*", (this.random.nextBoolean()) ? "" : ":81");
		String[] parts = { "a", "b", "1", "a.b", "ab", "-", "127.0.0.1", "" };
		while (value.indexOf('*') >= 0) {
			value = value.replaceFirst("\\*", parts[this.random.nextInt(parts.length)]);
		}
		return (this.random.nextInt(5) == 0) ? this.origins.mutate(value) : value;
	}

	private static @Nullable OriginPattern parse(String text) {
		try {
			return new OriginEntryParser().pattern(text);
		}
		catch (OriginSyntaxException ex) {
			return null;
		}
	}

}
