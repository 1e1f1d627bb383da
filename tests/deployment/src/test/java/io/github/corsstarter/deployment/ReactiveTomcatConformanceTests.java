package io.github.corsstarter.deployment;

import java.util.Set;

import io.github.corsstarter.conformance.ReactiveApplication;

/**
 * Holds the conformance table against the reactive filter in a real Tomcat.
 */
class ReactiveTomcatConformanceTests extends AbstractServerConformanceTests {

	/**
	 * What climbs above the root or has an encoded slash gets a 400, {@code TRACE} a 405,
	 * and what does not begin with the base path a 404; all of it before any filter.
	 */
	private static final Set<String> NOT_REACHED = Set.of("dots that climb above the root are dropped",
			"a context path that is reached by climbing is the context path | /x",
			"a context path that is reached by climbing is the context path | //",
			"an encoded slash separates no segments", "an encoded slash leads into no policy unseen",
			"an encoded slash that stays within the policy changes nothing",
			"an origin that the policies of all readings accept is allowed",
			"an origin that only the policy of the path as it was sent accepts is rejected | /public/",
			"a preflight has to be allowed by all readings of its path", "the wildcard does not allow TRACE");

	ReactiveTomcatConformanceTests() {
		super(Server.WEBFLUX_TOMCAT, ReactiveApplication.class, NOT_REACHED);
	}

}
