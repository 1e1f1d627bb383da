package io.github.corsstarter.comparison.snapshot;

import java.util.List;
import java.util.Random;

import io.github.corsstarter.comparison.Snapshots;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a file has: it is a snapshot, or refused with a place in it.
 */
class SnapshotReaderFuzzTests {

	private static final int ROUNDS = Integer.getInteger("cors.test.rounds", 5000);

	private static final long SEED = Long.getLong("cors.test.seed", 1);

	private static final String[] PARTS = { "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u12", "null", "true", "1", "-",
			"9".repeat(30), "\n", "\u0000", "\ud83d", "\u20ac", "/**", "{x", "*", "\"policies\"", " " };

	private final Random random = new Random(SEED);

	@Test
	void editedSnapshotIsReadOrRefused() {
		String text = Snapshots
			.of(List.of(Snapshots.policy("base", (policy) -> policy.originPatterns = List.of("https://*.example.com"))),
					new SnapshotWaiver("null-origin", "null", null, "Sandbox", null))
			.toJson();
		int refused = 0;
		for (int round = 0; round < ROUNDS; round++) {
			StringBuilder edited = new StringBuilder(text);
			for (int edits = this.random.nextInt(3); edits >= 0; edits--) {
				edit(edited);
			}
			refused += isRefused(edited.toString(), round) ? 1 : 0;
		}
		assertThat(refused).isBetween(ROUNDS / 2, ROUNDS - 1);
	}

	@Test
	void randomTextIsReadOrRefused() {
		for (int round = 0; round < ROUNDS; round++) {
			StringBuilder text = new StringBuilder();
			for (int length = this.random.nextInt(30); length > 0; length--) {
				text.append(part());
			}
			assertThat(isRefused(text.toString(), round)).isTrue();
		}
	}

	private void edit(StringBuilder text) {
		int start = this.random.nextInt(text.length());
		int end = Math.min(text.length(), start + this.random.nextInt(4));
		text.replace(start, end, this.random.nextBoolean() ? part() : "");
	}

	private String part() {
		return PARTS[this.random.nextInt(PARTS.length)];
	}

	private static boolean isRefused(String text, int round) {
		String as = "seed " + SEED + ", round " + round + ": " + text;
		try {
			CorsSnapshot snapshot = CorsSnapshot.parse(text);
			assertThat(CorsSnapshot.parse(snapshot.toJson())).as(as).isEqualTo(snapshot);
			return false;
		}
		catch (SnapshotSyntaxException ex) {
			String[] lines = text.split("\n", -1);
			assertThat(ex.line()).as(as).isBetween(1, lines.length);
			assertThat(ex.column()).as(as).isBetween(1, lines[ex.line() - 1].length() + 1);
			assertThat(ex.getMessage()).as(as).isNotBlank();
			return true;
		}
	}

}
