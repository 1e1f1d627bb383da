package io.github.corsstarter.aheadoftime;

import io.github.corsstarter.conformance.ServletConformanceTests;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Holds the conformance table against an application in Tomcat that was processed ahead
 * of time, once for all policies.
 */
@ExtendWith(AheadOfTime.class)
public class ServletAheadOfTimeConformanceTests extends ServletConformanceTests {

}
