package io.github.corsstarter.conformance;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.aot.AotDetector;
import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

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
		assertThat(AotDetector.useGeneratedArtifacts()).isTrue();
		return RunningApplication.start(AheadOfTimeServletApplication.class, WebApplicationType.SERVLET, policies);
	}

}
