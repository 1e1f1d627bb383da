package io.github.corsstarter.conformance;

import io.github.corsstarter.conformance.ConformanceCase.Application;

/**
 * Holds the conformance table against the decision function alone.
 */
public class PolicyConformanceTests extends AbstractConformanceTests {

	public PolicyConformanceTests() {
		super("function");
	}

	@Override
	protected ConformanceTarget start(PolicySet policies) {
		return DecisionFunction.of(policies);
	}

	@Override
	protected boolean isApplicable(ConformanceCase expected) {
		return super.isApplicable(expected) && expected.application().equals(Application.PLAIN);
	}

}
