package io.github.corsstarter.aheadoftime;

import io.github.corsstarter.conformance.ServletJettyConformanceTests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Holds the conformance table against an application in Jetty that was processed ahead of
 * time, once for all policies.
 */
@Tag("jetty")
@ExtendWith(AheadOfTime.class)
public class ServletJettyAheadOfTimeConformanceTests extends ServletJettyConformanceTests {

}
