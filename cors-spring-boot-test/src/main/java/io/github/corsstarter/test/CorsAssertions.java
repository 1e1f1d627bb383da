package io.github.corsstarter.test;

import io.github.corsstarter.policy.CorsPolicies;

/**
 * Assertions about CORS, for {@code import static} beside those of AssertJ.
 */
public final class CorsAssertions {

	private CorsAssertions() {
	}

	/**
	 * Start an assertion about configured policies.
	 * @param actual what is configured
	 * @return the assertions
	 */
	public static ConfiguredCorsAssert assertThat(ConfiguredCors actual) {
		return new ConfiguredCorsAssert(actual, ConfiguredCorsAssert.ApprovalMode.ofBuild());
	}

	/**
	 * Start an assertion about the policies of a running application.
	 * @param actual the policies
	 * @return the assertions
	 */
	public static CorsPoliciesAssert assertThat(CorsPolicies actual) {
		return new CorsPoliciesAssert(actual);
	}

	/**
	 * Start an assertion about a fetch.
	 * @param actual what the page learnt
	 * @return the assertions
	 */
	public static CorsResultAssert assertThat(CorsResult actual) {
		return new CorsResultAssert(actual);
	}

}
