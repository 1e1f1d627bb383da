package io.github.corsstarter.conformance;

import org.springframework.boot.WebApplicationType;

/**
 * Holds the conformance table against the servlet filter in a real Tomcat.
 */
public class ServletConformanceTests extends AbstractConformanceTests {

	public ServletConformanceTests() {
		super("tomcat");
	}

	@Override
	protected ConformanceTarget start(PolicySet policies) {
		return RunningApplication.start(ServletApplication.class, WebApplicationType.SERVLET, policies);
	}

}
