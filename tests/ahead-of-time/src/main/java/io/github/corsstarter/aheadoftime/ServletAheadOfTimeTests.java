package io.github.corsstarter.aheadoftime;

import java.util.List;

import io.github.corsstarter.sample.ServletBookshopTests;

/**
 * The shop on Spring MVC, processed ahead of time.
 */
class ServletAheadOfTimeTests extends AbstractAheadOfTimeTests {

	ServletAheadOfTimeTests() {
		super("servlet", "prod,broken");
	}

	@Override
	protected List<String> varyOfStaticFiles() {
		return ServletBookshopTests.varyOfStaticFilesOnSpringMvc();
	}

}
