package io.github.corsstarter.conformance;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.WebApplicationType;

/**
 * Holds the conformance table against an application that was processed ahead of time,
 * once for all policies.
 */
@ExtendWith(AheadOfTime.class)
class ServletAheadOfTimeConformanceTests extends AbstractConformanceTests {

	ServletAheadOfTimeConformanceTests() {
		super("tomcat");
	}

	@Override
	ConformanceTarget start(PolicySet policies) {
		return RunningApplication.start(AheadOfTimeServletApplication.class, WebApplicationType.SERVLET, policies);
	}

}
