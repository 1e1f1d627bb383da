package io.github.corsstarter.test;

import io.github.corsstarter.policy.CorsPolicies;

/**
 * Assertions about the policies of a running application, the bean {@code corsPolicies}.
 */
public final class CorsPoliciesAssert extends CorsAccessAssert<CorsPoliciesAssert, CorsPolicies> {

	CorsPoliciesAssert(CorsPolicies actual) {
		super(actual, CorsPoliciesAssert.class);
	}

	@Override
	AccessSubject subject() {
		isNotNull();
		return new AccessSubject(this.actual, (message) -> failure("%s", message));
	}

}
