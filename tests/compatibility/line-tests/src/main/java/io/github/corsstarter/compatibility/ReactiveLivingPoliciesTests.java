package io.github.corsstarter.compatibility;

import org.junit.jupiter.api.Tag;

import org.springframework.boot.WebApplicationType;

/**
 * Living policies of the reactive stack.
 */
@Tag("reactive")
class ReactiveLivingPoliciesTests extends AbstractLivingPoliciesTests {

	ReactiveLivingPoliciesTests() {
		super(WebApplicationType.REACTIVE);
	}

}
