package io.github.corsstarter.aheadoftime;

import java.util.List;

/**
 * The shop on Spring MVC, processed ahead of time.
 */
class ServletAheadOfTimeTests extends AbstractAheadOfTimeTests {

	ServletAheadOfTimeTests() {
		super("servlet", "prod,broken");
	}

	@Override
	protected List<String> varyOfStaticFiles() {
		return varyOfStaticFilesOnSpringMvc();
	}

}
