package io.github.corsstarter.conformance;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

import org.springframework.aot.AotDetector;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.SpringProperties;

/**
 * Holds the conformance table against an application that was processed ahead of time,
 * once for all policies.
 */
@Tag("reactive")
class ReactiveAheadOfTimeConformanceTests extends AbstractConformanceTests {

	ReactiveAheadOfTimeConformanceTests() {
		super("netty");
	}

	@BeforeAll
	static void runWhatWasProcessed() {
		SpringProperties.setFlag(AotDetector.AOT_ENABLED);
	}

	@AfterAll
	static void runWhatIsWritten() {
		SpringProperties.setProperty(AotDetector.AOT_ENABLED, null);
	}

	@Override
	ConformanceTarget start(PolicySet policies) {
		return RunningApplication.start(AheadOfTimeReactiveApplication.class, WebApplicationType.REACTIVE, policies);
	}

}
