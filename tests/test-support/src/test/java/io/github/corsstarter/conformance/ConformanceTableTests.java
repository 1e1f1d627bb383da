package io.github.corsstarter.conformance;

import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.conformance.ConformanceCase.Outcome;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the conformance table itself.
 */
class ConformanceTableTests {

	private static final List<PolicySet> TABLE = ConformanceTable.load();

	@Test
	void everyFileIsRead() {
		assertThat(TABLE).hasSizeGreaterThan(15).allSatisfy((policies) -> assertThat(policies.cases()).isNotEmpty());
	}

	@Test
	void namesAreUniqueWithinAFile() {
		assertThat(TABLE).allSatisfy(
				(policies) -> assertThat(policies.cases()).extracting(ConformanceCase::name).doesNotHaveDuplicates());
	}

	@Test
	void everyOutcomeIsThere() {
		assertThat(cases()).extracting(ConformanceCase::outcome).contains(Outcome.values());
	}

	@Test
	void everyReasonIsThere() {
		assertThat(cases()).extracting(ConformanceCase::reason)
			.contains("origin-not-allowed", "malformed-origin", "null-origin-not-allowed", "method-not-allowed",
					"header-not-allowed");
	}

	@Test
	void rejectionsHaveNoCorsHeader() {
		assertThat(cases().filter((expected) -> expected.outcome() == Outcome.REJECTED))
			.allSatisfy((rejected) -> assertThat(rejected.response().keySet()).isSubsetOf("Vary"));
	}

	@Test
	void repetitionsAreWrittenOut() {
		assertThat(cases().flatMap((expected) -> expected.lines("Origin").stream()))
			.contains("https://" + "a".repeat(63) + ".example.com")
			.noneMatch((origin) -> origin.contains("*6"));
	}

	@Test
	void fewCasesAreLeftOutAnywhere() {
		assertThat(cases().filter((expected) -> !expected.notOn().isEmpty())).hasSizeLessThan(40);
	}

	private static Stream<ConformanceCase> cases() {
		return TABLE.stream().flatMap((policies) -> policies.cases().stream());
	}

}
