package io.github.corsstarter.test;

import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about what policies allow. They fail where no policy governs: what else the
 * application has for CORS answers there.
 *
 * @param <SELF> the type of the assertions
 * @param <ACTUAL> the type of what has the policies
 */
public abstract sealed class CorsAccessAssert<SELF extends CorsAccessAssert<SELF, ACTUAL>, ACTUAL>
		extends AbstractAssert<SELF, ACTUAL> permits ConfiguredCorsAssert, CorsPoliciesAssert {

	CorsAccessAssert(ACTUAL actual, Class<?> selfType) {
		super(actual, selfType);
	}

	/**
	 * Return the policies.
	 * @throws AssertionError if there are none to judge
	 */
	abstract AccessSubject subject();

	/**
	 * Start an assertion about what a page may call.
	 * @param origin the origin of the page, as its requests have it
	 * @return the assertions
	 */
	public CorsPageAssert from(String origin) {
		return new CorsPageAssert(subject(), origin);
	}

	/**
	 * Start an assertion about every path that a pattern matches, whichever policies
	 * govern it.
	 * @param pattern a path pattern such as {@code /api/**}
	 * @return the assertions
	 */
	public CorsPathAssert path(String pattern) {
		return new CorsPathAssert(subject(), pattern);
	}

	/**
	 * Verify that no policy lets in the visitor's own machine in particular: origins of
	 * {@code localhost}, of a loopback address, or of a public name known to lead there.
	 * This is a proof about every such origin. A policy that is
	 * {@linkplain CorsPathAssert#isOpen() open} to every page is left out, unless there
	 * is no other.
	 * @return this assertion
	 */
	public SELF acceptsNoLoopbackOrigin() {
		AccessSubject subject = subject();
		LoopbackProof.check(subject, "no policy to accept a loopback origin", subject::limitedParts);
		return this.myself;
	}

}
