package io.github.corsstarter.conformance;

import org.junit.jupiter.api.Tag;

import org.springframework.boot.WebApplicationType;

/**
 * Holds the conformance table against the reactive filter in a real Netty.
 */
@Tag("reactive")
public class ReactiveConformanceTests extends AbstractConformanceTests {

	public ReactiveConformanceTests() {
		super("netty");
	}

	@Override
	protected ConformanceTarget start(PolicySet policies) {
		return RunningApplication.start(ReactiveApplication.class, WebApplicationType.REACTIVE, policies);
	}

}
