package io.github.corsstarter.conformance;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Holds the conformance table against an application in Jetty that was processed ahead of
 * time, once for all policies.
 */
@Tag("jetty")
@ExtendWith(AheadOfTime.class)
class ServletJettyAheadOfTimeConformanceTests extends ServletJettyConformanceTests {

}
