package io.github.corsstarter.sample;

import java.util.List;

/**
 * The shop on Spring MVC, processed ahead of time.
 */
class ServletAheadOfTimeTests extends AbstractAheadOfTimeTests {

	ServletAheadOfTimeTests() {
		super("servlet", "prod,broken");
	}

	@Override
	List<String> varyOfStaticFiles() {
		return ServletBookshopTests.varyOfStaticFilesOnSpringMvc();
	}

}
