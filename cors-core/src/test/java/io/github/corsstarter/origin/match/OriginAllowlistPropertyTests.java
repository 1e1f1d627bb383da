package io.github.corsstarter.origin.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.RandomOrigins;
import io.github.corsstarter.origin.ReferenceMatcher;
import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import io.github.corsstarter.origin.entry.OriginPattern;
import io.github.corsstarter.origin.entry.OriginRegex;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An {@link OriginAllowlist} allows what one of its entries accepts, and nothing else.
 */
class OriginAllowlistPropertyTests {

	private static final long SEED = 20_260_803L;

	private static final int ORIGINS = 40;

	private static final String[] REGEXES = { "https://a.*", "http://[^.]+\\.com(:\\d+)?", "foo://.*", "https?://1a",
			".*:81", "https://(a|b|a-b)\\.ab" };

	private final Random random = new Random(SEED);

	private final RandomOrigins origins = new RandomOrigins(this.random);

	private final List<Predicate<String>> entries = new ArrayList<>();

	@Test
	void allowlistAgreesWithItsEntries() {
		int allowed = 0;
		for (int round = 0; round < RandomOrigins.ROUNDS / 10; round++) {
			OriginAllowlist allowlist = allowlist();
			for (int i = 0; i < ORIGINS; i++) {
				String value = this.origins.headerValue();
				boolean expected = this.entries.stream().anyMatch((entry) -> entry.test(value));
				assertThat(allowlist.allows(value)).as("seed %s, round %s: %s", SEED, round, value).isEqualTo(expected);
				allowed += expected ? 1 : 0;
			}
		}
		assertThat(allowed).isBetween(RandomOrigins.ROUNDS / 10, 3 * RandomOrigins.ROUNDS);
	}

	private OriginAllowlist allowlist() {
		this.entries.clear();
		OriginAllowlist.Builder builder = OriginAllowlist.builder();
		for (int i = this.random.nextInt(20); i > 0; i--) {
			try {
				add(builder);
			}
			catch (OriginSyntaxException ex) {
				assertThat(ex).hasMessageEndingWith(".");
			}
		}
		return builder.build();
	}

	private void add(OriginAllowlist.Builder builder) {
		int kind = this.random.nextInt(20);
		if (kind == 0) {
			OriginRegex regex = new OriginEntryParser().regex(REGEXES[this.random.nextInt(REGEXES.length)]);
			builder.add(regex);
			this.entries.add(regex::matches);
		}
		else if (kind == 1) {
			builder.add(ExactOrigin.parse("null"));
			this.entries.add("null"::equals);
		}
		else if (kind < 8) {
			ExactOrigin origin = ExactOrigin.parse(this.origins.origin());
			builder.add(origin);
			this.entries.add(origin.toString()::equals);
		}
		else {
			OriginPattern pattern = new OriginEntryParser().pattern(this.origins.pattern());
			builder.add(pattern);
			this.entries.add((value) -> ReferenceMatcher.matches(pattern.toString(), value));
		}
	}

}
