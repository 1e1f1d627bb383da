package io.github.corsstarter.origin.regex;

import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.Stream;

import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.RandomOrigins;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.origin.owner.ReservedHosts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link OriginShapes} and {@link ReservedHosts}: automata and plain code agree.
 */
class OriginShapesTests {

	private static final long SEED = 20_260_804L;

	/** What tells texts from origins that have one fault each. */
	private static final List<Automaton> NARROWING = Stream
		.of("https://[0::1]", "https://" + "a".repeat(64), "https://" + "ab.".repeat(84) + "ab")
		.map(OriginShapes::narrowing)
		.toList();

	private static final String[] STARTS = { "http://", "https://", "https://[", "http://1.2.3.", "http://[::",
			"https://0x", "https://a.", "http://127.", "http://192.168.", "http://[::ffff:", "http://[fe8" };

	private static final String[] ENDS = { "", "]", ":80", ":443", ":8080", "]:80", ".0x", ".0x1f", "]:99999", ":65535",
			":65536", ".localhost", ".lvh.me", ".internal", ".home.arpa", ".1" };

	private static final String CHARACTERS = "[]:.x0123456789abcdef-_:::000..7";

	private final Random random = new Random(SEED);

	@Test
	void automataAgreeWithTheGrammar() {
		int wellFormed = 0;
		for (int round = 0; round < RandomOrigins.ROUNDS * 10; round++) {
			String text = text();
			boolean expected = Origin.isWellFormed(text);
			assertThat(isAccepted(text)).as("seed %s, round %s: %s", SEED, round, text).isEqualTo(expected);
			wellFormed += expected ? 1 : 0;
		}
		assertThat(wellFormed).isGreaterThan(RandomOrigins.ROUNDS / 5);
	}

	@Test
	void automataAgreeWithTheSerializationOfAddresses() {
		for (int round = 0; round < RandomOrigins.ROUNDS; round++) {
			StringJoiner groups = new StringJoiner(":");
			for (int i = 0; i < 8; i++) {
				groups.add(Integer.toHexString(this.random.nextBoolean() ? 0 : this.random.nextInt(0x10000)));
			}
			String written = "https://[" + groups + "]";
			String canonical = ExactOrigin.parse(written).toString();
			assertThat(isAccepted(canonical)).as(canonical).isTrue();
			assertThat(isAccepted(written)).as(written).isEqualTo(written.equals(canonical));
		}
	}

	@Test
	void labelsAreCounted() {
		assertThat(isAccepted("https://" + "a".repeat(63) + ".b:8080")).isTrue();
		assertThat(isAccepted("https://b." + "a".repeat(64) + ":8080")).isFalse();
	}

	@Test
	void hostsAreCounted() {
		assertThat(isAccepted("https://" + "a.".repeat(126) + "b:8080")).isTrue();
		assertThat(isAccepted("https://" + "a.".repeat(126) + "bc:8080")).isFalse();
	}

	@Test
	void reservedHostsAreTheSameWithAndWithoutAutomata() {
		int reserved = 0;
		for (int round = 0; round < RandomOrigins.ROUNDS * 10; round++) {
			String text = text();
			if (Origin.isWellFormed(text)) {
				String host = OriginGrammar.host(text);
				boolean loopback = ReservedHosts.loopback().accepts(text);
				boolean privateNetwork = ReservedHosts.privateNetwork().accepts(text) && !loopback;
				assertThat(ReservedHosts.isLoopback(host)).as(text).isEqualTo(loopback);
				assertThat(ReservedHosts.isPrivate(host)).as(text).isEqualTo(privateNetwork);
				assertThat(ReservedHosts.isPublic(host)).as(text).isEqualTo(!loopback && !privateNetwork);
				reserved += (loopback || privateNetwork) ? 1 : 0;
			}
		}
		assertThat(reserved).isPositive();
	}

	private static boolean isAccepted(String text) {
		return OriginShapes.web().accepts(text) && NARROWING.stream().allMatch((automaton) -> automaton.accepts(text));
	}

	private String text() {
		StringBuilder text = new StringBuilder(STARTS[this.random.nextInt(STARTS.length)]);
		for (int i = this.random.nextInt(12); i > 0; i--) {
			text.append(CHARACTERS.charAt(this.random.nextInt(CHARACTERS.length())));
		}
		return text.append(ENDS[this.random.nextInt(ENDS.length)]).toString();
	}

}
