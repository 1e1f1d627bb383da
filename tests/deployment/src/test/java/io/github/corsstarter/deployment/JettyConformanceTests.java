package io.github.corsstarter.deployment;

import io.github.corsstarter.conformance.JettyApplication;
import io.github.corsstarter.conformance.LenientJetty;

/**
 * Holds the conformance table against the servlet filter in a real Jetty.
 */
class JettyConformanceTests extends AbstractServerConformanceTests {

	JettyConformanceTests() {
		super(Server.MVC_JETTY, JettyApplication.class, LenientJetty.NOT_REACHED);
	}

}
