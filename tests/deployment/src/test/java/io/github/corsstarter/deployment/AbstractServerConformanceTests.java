package io.github.corsstarter.deployment;

import java.util.Set;

import io.github.corsstarter.conformance.AbstractConformanceTests;
import io.github.corsstarter.conformance.ConformanceTarget;
import io.github.corsstarter.conformance.PolicySet;
import io.github.corsstarter.conformance.RunningApplication;

/**
 * Holds the conformance table against an application where everything is on the class
 * path.
 */
abstract class AbstractServerConformanceTests extends AbstractConformanceTests {

	private final Server server;

	private final Class<?> application;

	/**
	 * Creates tests.
	 * @param server the server
	 * @param application the application
	 * @param notReached how the names of the cases begin in which the server answers on
	 * its own
	 */
	AbstractServerConformanceTests(Server server, Class<?> application, Set<String> notReached) {
		super(server.name(), notReached);
		this.server = server;
		this.application = application;
	}

	@Override
	protected ConformanceTarget start(PolicySet policies) {
		return RunningApplication.start(this.application, this.server.type(), policies,
				AutoConfigurations.of(this.server).excluded());
	}

}
