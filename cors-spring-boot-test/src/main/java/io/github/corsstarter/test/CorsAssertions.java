package io.github.corsstarter.test;

/**
 * Assertions about CORS, for {@code import static} beside those of AssertJ.
 */
public final class CorsAssertions {

	private CorsAssertions() {
	}

	/**
	 * Start an assertion about a fetch.
	 * @param actual what the page learnt
	 * @return the assertions
	 */
	public static CorsResultAssert assertThat(CorsResult actual) {
		return new CorsResultAssert(actual);
	}

}
