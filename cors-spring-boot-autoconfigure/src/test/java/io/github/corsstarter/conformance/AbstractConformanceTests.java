package io.github.corsstarter.conformance;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the conformance table against one target.
 */
abstract class AbstractConformanceTests {

	private final String target;

	AbstractConformanceTests(String target) {
		this.target = target;
	}

	/**
	 * Starts the target for one policy set.
	 * @param policies the policy set
	 * @return the target, closed after the set's last case
	 */
	abstract ConformanceTarget start(PolicySet policies);

	boolean isApplicable(ConformanceCase expected) {
		return !expected.notOn().containsKey(this.target);
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
