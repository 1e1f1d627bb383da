package io.github.corsstarter.conformance;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

import org.springframework.aot.AotDetector;
import org.springframework.core.SpringProperties;

/**
 * Holds the conformance table against an application in Jetty that was processed ahead of
 * time, once for all policies.
 */
@Tag("jetty")
class ServletJettyAheadOfTimeConformanceTests extends ServletJettyConformanceTests {

	@BeforeAll
	static void runWhatWasProcessed() {
		SpringProperties.setFlag(AotDetector.AOT_ENABLED);
	}

	@AfterAll
	static void runWhatIsWritten() {
		SpringProperties.setProperty(AotDetector.AOT_ENABLED, null);
	}

}
