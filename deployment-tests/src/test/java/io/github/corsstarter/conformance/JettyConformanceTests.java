package io.github.corsstarter.conformance;

import java.util.Set;

import io.github.corsstarter.deployment.Server;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Holds the conformance table against the servlet filter in a real Jetty.
 */
class JettyConformanceTests extends AbstractServerConformanceTests {

	/**
	 * What climbs above the root gets a 400 and what begins with two slashes a 404,
	 * before any filter; and ahead of an error page Jetty drops what the application has
	 * written to {@code Vary}.
	 */
	private static final Set<String> NOT_REACHED = Set.of("dots that climb above the root are dropped",
			"a context path that is reached by climbing is the context path | //",
			"an application that clears its response clears no Vary | 404");

	JettyConformanceTests() {
		super(Server.MVC_JETTY, Application.class, NOT_REACHED);
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ ServletConformanceTests.Application.class, LenientJetty.class })
	static class Application {

	}

}
