package io.github.corsstarter.conformance;

import io.github.corsstarter.conformance.ConformanceCase.Application;

/**
 * Holds the conformance table against the decision function alone.
 */
class PolicyConformanceTests extends AbstractConformanceTests {

	PolicyConformanceTests() {
		super("function");
	}

	@Override
	ConformanceTarget start(PolicySet policies) {
		return DecisionFunction.of(policies);
	}

	@Override
	boolean isApplicable(ConformanceCase expected) {
		return super.isApplicable(expected) && expected.application().equals(Application.PLAIN);
	}

}
