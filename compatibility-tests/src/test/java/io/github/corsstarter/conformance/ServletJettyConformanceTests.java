package io.github.corsstarter.conformance;

import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the conformance table against the servlet filter in a real Jetty, the one of the
 * line.
 */
@Tag("jetty")
class ServletJettyConformanceTests extends AbstractConformanceTests {

	/**
	 * What climbs above the root gets a 400 and what begins with two slashes a 404,
	 * before any filter; and ahead of an error page Jetty drops what the application has
	 * written to {@code Vary}.
	 */
	private static final Set<String> NOT_REACHED = Set.of("dots that climb above the root are dropped",
			"a context path that is reached by climbing is the context path | //",
			"an application that clears its response clears no Vary | 404");

	ServletJettyConformanceTests() {
		super("jetty");
	}

	@Override
	ConformanceTarget start(PolicySet policies) {
		return RunningApplication.start(JettyApplication.class, WebApplicationType.SERVLET, policies);
	}

	@Override
	boolean isApplicable(ConformanceCase expected) {
		return NOT_REACHED.stream().noneMatch(expected.name()::startsWith);
	}

	@Test
	void casesThatAreLeftOutExist() {
		assertThat(NOT_REACHED)
			.allSatisfy((name) -> assertThat(ConformanceTable.load().stream().flatMap((set) -> set.cases().stream()))
				.anyMatch((expected) -> expected.name().startsWith(name)));
	}

}
