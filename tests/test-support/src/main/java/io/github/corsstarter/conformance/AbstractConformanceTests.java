package io.github.corsstarter.conformance;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the conformance table against one target.
 */
public abstract class AbstractConformanceTests {

	private final String target;

	private final Set<String> notReached;

	/**
	 * Creates tests that leave out what the table says the target cannot be asked.
	 * @param target the name the table has for the target
	 */
	protected AbstractConformanceTests(String target) {
		this(target, Set.of());
	}

	/**
	 * Creates tests.
	 * @param target the name of the target
	 * @param notReached how the names of the cases begin in which the server answers on
	 * its own
	 */
	protected AbstractConformanceTests(String target, Set<String> notReached) {
		this.target = target;
		this.notReached = notReached;
	}

	/**
	 * Starts the target for one policy set.
	 * @param policies the policy set
	 * @return the target, closed after the set's last case
	 */
	protected abstract ConformanceTarget start(PolicySet policies);

	/**
	 * Return whether the target can be asked.
	 * @param expected a case
	 * @return whether it is one of the tests
	 */
	protected boolean isApplicable(ConformanceCase expected) {
		return !expected.notOn().containsKey(this.target)
				&& this.notReached.stream().noneMatch(expected.name()::startsWith);
	}

	@Test
	void casesThatAreLeftOutExist() {
		List<ConformanceCase> cases = ConformanceTable.load().stream().flatMap((set) -> set.cases().stream()).toList();
		assertThat(this.notReached)
			.allSatisfy((name) -> assertThat(cases).anyMatch((expected) -> expected.name().startsWith(name)));
	}

	@TestFactory
	Stream<DynamicContainer> answersAsTheTableSays() {
		return ConformanceTable.load()
			.stream()
			.map((policies) -> DynamicContainer.dynamicContainer(policies.name(),
					Stream.of(policies).flatMap(this::tests)));
	}

	private Stream<DynamicTest> tests(PolicySet policies) {
		List<ConformanceCase> cases = policies.cases().stream().filter(this::isApplicable).toList();
		ConformanceTarget started = start(policies);
		return cases.stream().map((expected) -> test(policies.name(), expected, started)).onClose(started::close);
	}

	private static DynamicTest test(String file, ConformanceCase expected, ConformanceTarget started) {
		return DynamicTest.dynamicTest(expected.name(),
				() -> AnswerAssertions.check(file + " - " + expected.name(), expected, started.answer(expected)));
	}

}
