package io.github.corsstarter.aheadoftime;

import org.junit.jupiter.api.Tag;

/**
 * The shop on WebFlux, processed ahead of time.
 */
@Tag("reactive")
class ReactiveAheadOfTimeTests extends AbstractAheadOfTimeTests {

	ReactiveAheadOfTimeTests() {
		super("reactive", "prod,broken,reactive");
	}

}
