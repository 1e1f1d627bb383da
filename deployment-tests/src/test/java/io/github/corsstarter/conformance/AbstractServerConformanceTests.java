package io.github.corsstarter.conformance;

import java.util.Set;

import io.github.corsstarter.deployment.AutoConfigurations;
import io.github.corsstarter.deployment.Server;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the conformance table against an application where everything is on the class
 * path.
 */
abstract class AbstractServerConformanceTests extends AbstractConformanceTests {

	private final Server server;

	private final Class<?> application;

	private final Set<String> notReached;

	/**
	 * Creates tests.
	 * @param server the server
	 * @param application the application
	 * @param notReached how the names of the cases begin in which the server answers on
	 * its own
	 */
	AbstractServerConformanceTests(Server server, Class<?> application, Set<String> notReached) {
		super(server.name());
		this.server = server;
		this.application = application;
		this.notReached = notReached;
	}

	@Override
	ConformanceTarget start(PolicySet policies) {
		return RunningApplication.start(this.application, this.server.type(), policies,
				AutoConfigurations.of(this.server).excluded());
	}

	@Override
	boolean isApplicable(ConformanceCase expected) {
		return this.notReached.stream().noneMatch(expected.name()::startsWith);
	}

	@Test
	void casesThatAreLeftOutExist() {
		assertThat(this.notReached)
			.allSatisfy((name) -> assertThat(ConformanceTable.load().stream().flatMap((set) -> set.cases().stream()))
				.anyMatch((expected) -> expected.name().startsWith(name)));
	}

}
