package io.github.corsstarter.compatibility;

import org.junit.jupiter.api.Tag;

import org.springframework.boot.WebApplicationType;

/**
 * Living policies of the servlet stack.
 */
@Tag("servlet")
class ServletLivingPoliciesTests extends AbstractLivingPoliciesTests {

	ServletLivingPoliciesTests() {
		super(WebApplicationType.SERVLET);
	}

}
