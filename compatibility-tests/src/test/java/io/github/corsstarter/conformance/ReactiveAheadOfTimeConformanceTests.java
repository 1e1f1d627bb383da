package io.github.corsstarter.conformance;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.aot.AotDetector;
import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

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
		assertThat(AotDetector.useGeneratedArtifacts()).isTrue();
		return RunningApplication.start(AheadOfTimeReactiveApplication.class, WebApplicationType.REACTIVE, policies);
	}

}
