package io.github.corsstarter.conformance;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.WebApplicationType;

/**
 * Holds the conformance table against an application that was processed ahead of time,
 * once for all policies.
 */
@Tag("reactive")
@ExtendWith(AheadOfTime.class)
class ReactiveAheadOfTimeConformanceTests extends AbstractConformanceTests {

	ReactiveAheadOfTimeConformanceTests() {
		super("netty");
	}

	@Override
	ConformanceTarget start(PolicySet policies) {
		return RunningApplication.start(AheadOfTimeReactiveApplication.class, WebApplicationType.REACTIVE, policies);
	}

}
