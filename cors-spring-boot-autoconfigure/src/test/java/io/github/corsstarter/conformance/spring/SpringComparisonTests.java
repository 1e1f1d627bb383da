package io.github.corsstarter.conformance.spring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the decision function with Spring's own processor.
 */
class SpringComparisonTests {

	private static final int ROUNDS = Integer.getInteger("cors.test.rounds", 2000);

	private static final Path DOCUMENTATION = Path.of("..", "docs", "migration.md");

	private static final int REQUESTS_PER_POLICY = 10;

	@Test
	void everyDifferenceFromSpringIsNamed() {
		compare(System.nanoTime(), ROUNDS);
	}

	@Test
	void everyNamedDifferenceIsOne() {
		assertThat(compare(1, 5000)).containsExactly(SpringDifference.values());
	}

	@Test
	void everyNamedDifferenceIsDocumented() throws IOException {
		List<String> lines = Files.readAllLines(DOCUMENTATION);
		List<String> rows = Stream.of(SpringDifference.values()).map(SpringDifference::row).toList();
		assertThat(lines).containsSequence(rows);
	}

	private static Set<SpringDifference> compare(long seed, int rounds) {
		RandomQuestions random = new RandomQuestions(new Random(seed));
		Set<SpringDifference> seen = EnumSet.noneOf(SpringDifference.class);
		for (int round = 0; round < rounds; round += REQUESTS_PER_POLICY) {
			Policy policy = random.policy();
			DecisionFunction ours = new DecisionFunction(policy);
			for (int i = 0; i < REQUESTS_PER_POLICY; i++) {
				compare(seed, new Question(policy, random.request()), ours, seen);
			}
		}
		return seen;
	}

	private static void compare(long seed, Question asked, DecisionFunction ours, Set<SpringDifference> seen) {
		Set<SpringDifference> differences = EnumSet.noneOf(SpringDifference.class);
		Reply springs = spring(asked, differences);
		assertThat(ours.ask(asked.request())).as("%s, with %s, of seed %d", asked, differences, seed)
			.isEqualTo(springs);
		seen.addAll(differences);
	}

	/**
	 * Asks Spring, and accounts for the differences.
	 * @param asked the question
	 * @param differences takes those that make a difference to it
	 * @return what our reply has to be
	 */
	private static Reply spring(Question asked, Set<SpringDifference> differences) {
		Question question = asked;
		Reply reply = SpringProcessor.ask(question);
		for (SpringDifference difference : SpringDifference.values()) {
			Question other = difference.instead(question);
			Reply otherReply = other.equals(question) ? reply : SpringProcessor.ask(other);
			question = other;
			otherReply = difference.instead(asked, otherReply);
			if (!otherReply.equals(reply)) {
				differences.add(difference);
			}
			reply = otherReply;
		}
		return reply;
	}

}
