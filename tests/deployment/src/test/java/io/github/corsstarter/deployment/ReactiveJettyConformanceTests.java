package io.github.corsstarter.deployment;

import java.util.Set;

import io.github.corsstarter.conformance.LenientJetty;
import io.github.corsstarter.conformance.ReactiveApplication;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Holds the conformance table against the reactive filter in a real Jetty.
 */
class ReactiveJettyConformanceTests extends AbstractServerConformanceTests {

	/**
	 * What climbs above the root gets a 400, what does not begin with the base path a
	 * 404, and Spring fails for a path that begins as a host would; all of it before any
	 * filter.
	 */
	private static final Set<String> NOT_REACHED = Set.of("dots that climb above the root are dropped",
			"a context path that is reached by climbing is the context path | /x",
			"a context path that is reached by climbing is the context path | //",
			"a path is matched after normalisation | //a/..//");

	ReactiveJettyConformanceTests() {
		super(Server.WEBFLUX_JETTY, Application.class, NOT_REACHED);
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ ReactiveApplication.class, LenientJetty.class })
	static class Application {

	}

}
