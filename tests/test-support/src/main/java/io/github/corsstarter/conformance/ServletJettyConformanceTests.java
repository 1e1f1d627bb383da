package io.github.corsstarter.conformance;

import org.junit.jupiter.api.Tag;

import org.springframework.boot.WebApplicationType;

/**
 * Holds the conformance table against the servlet filter in a real Jetty.
 */
@Tag("jetty")
public class ServletJettyConformanceTests extends AbstractConformanceTests {

	public ServletJettyConformanceTests() {
		super("jetty", LenientJetty.NOT_REACHED);
	}

	@Override
	protected ConformanceTarget start(PolicySet policies) {
		return RunningApplication.start(JettyApplication.class, WebApplicationType.SERVLET, policies);
	}

}
