package io.github.corsstarter.origin;

import java.util.Random;

import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties of {@link Origin} that hold for every text.
 */
class OriginPropertyTests {

	private static final long SEED = 20_260_801L;

	private final Random random = new Random(SEED);

	private final RandomOrigins origins = new RandomOrigins(this.random);

	@Test
	void parsingAgreesWithTheCheckAndWithTheReference() {
		int wellFormed = 0;
		for (int round = 0; round < RandomOrigins.ROUNDS; round++) {
			String value = this.origins.headerValue();
			Origin origin = Origin.parse(value);
			assertThat(origin != null).as("seed %s, round %s: %s", SEED, round, value)
				.isEqualTo(Origin.isWellFormed(value))
				.isEqualTo(ReferenceMatcher.isWellFormed(value));
			if (origin != null) {
				assertThat(origin).hasToString(value);
				wellFormed++;
			}
		}
		assertThat(wellFormed).isGreaterThan(RandomOrigins.ROUNDS / 3);
	}

	@Test
	void ipv6AddressIsWellFormedInItsCanonicalSpellingOnly() {
		for (int round = 0; round < RandomOrigins.ROUNDS; round++) {
			String address = ipv6Address();
			String value = "http://[" + address + "]";
			assertThat(Origin.isWellFormed(value)).as("seed %s, round %s: %s", SEED, round, value)
				.isEqualTo(ReferenceMatcher.isWellFormed(value));
			String canonical = Ipv6Address.canonicalize(address);
			assertThat(canonical == null || Origin.isWellFormed("http://[" + canonical + "]"))
				.as("seed %s, round %s: %s", SEED, round, canonical)
				.isTrue();
			assertThat(Origin.isWellFormed(value)).as("seed %s, round %s: %s", SEED, round, value)
				.isEqualTo(address.equals(canonical));
		}
	}

	@Test
	void normalizingIsIdempotentAndGivesWellFormedOrigins() {
		for (int round = 0; round < RandomOrigins.ROUNDS; round++) {
			String text = configured();
			String as = "seed " + SEED + ", round " + round + ": " + text;
			try {
				ExactOrigin origin = ExactOrigin.parse(text);
				assertThat(Origin.parse(origin.toString())).as(as).isEqualTo(origin.origin());
				assertThat(ExactOrigin.parse(" " + origin)).as(as).isEqualTo(origin);
			}
			catch (OriginSyntaxException ex) {
				SyntaxFaults.assertFault(as, ex);
				String proposal = SyntaxFaults.vetted(ex);
				if (proposal != null) {
					boolean regex = ex.suggestedKind() == EntryKind.REGEX;
					assertThat(regex ? new OriginEntryParser().regex(proposal) : ExactOrigin.parse(proposal)).as(as)
						.hasToString(proposal);
				}
			}
		}
	}

	@Test
	void wellFormedOriginIsItsOwnNormalization() {
		for (int round = 0; round < RandomOrigins.ROUNDS; round++) {
			String value = this.origins.origin();
			if (Origin.isWellFormed(value)) {
				assertThat(ExactOrigin.parse(value + "/ ")).as("seed %s, round %s", SEED, round).hasToString(value);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", ".", ":", "/", "[", "*", "'", "${", "@", "https://", "\\", "\u00FC", "\uD800", "0:",
			"1.", "http://a," })
	void veryLongEntryIsRefusedQuickly(String part) {
		for (String prefix : new String[] { "", "https://", "https://[", "https://a:", "https:" }) {
			String text = prefix + part.repeat(5000);
			assertThat(Origin.isWellFormed(text)).isFalse();
			assertThat(catchFault(text).input()).isEqualTo(text);
		}
	}

	private static OriginSyntaxException catchFault(String text) {
		try {
			throw new AssertionError("Accepted: " + ExactOrigin.parse(text));
		}
		catch (OriginSyntaxException ex) {
			return ex;
		}
	}

	private String configured() {
		String text = switch (this.random.nextInt(4)) {
			case 0 -> this.origins.garbage();
			case 1 -> this.origins.pattern();
			default -> this.origins.origin();
		};
		return (this.random.nextInt(3) == 0) ? this.origins.mutate(text) : text;
	}

	private String ipv6Address() {
		StringBuilder address = new StringBuilder();
		int groups = (this.random.nextInt(3) > 0) ? 8 : this.random.nextInt(10);
		for (int i = 0; i < groups; i++) {
			address.append((i > 0) ? ":" : "")
				.append((this.random.nextInt(3) > 0) ? "0" : Integer.toHexString(this.random.nextInt(0x1_0010)));
		}
		String canonical = this.random.nextBoolean() ? Ipv6Address.canonicalize(address.toString()) : null;
		if (canonical != null) {
			return this.random.nextBoolean() ? canonical : canonical.replaceFirst("(^|:)0(:|$)", "::");
		}
		int run = this.random.nextInt(1, 4);
		return this.random.nextBoolean() ? address.toString()
				: address.toString().replaceFirst("(^|:)0(:0){" + run + "}(:|$)", "::");
	}

}
