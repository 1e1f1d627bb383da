package io.github.corsstarter.aheadoftime;

import io.github.corsstarter.conformance.ReactiveConformanceTests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Holds the conformance table against an application in Netty that was processed ahead of
 * time, once for all policies.
 */
@Tag("reactive")
@ExtendWith(AheadOfTime.class)
public class ReactiveAheadOfTimeConformanceTests extends ReactiveConformanceTests {

}
