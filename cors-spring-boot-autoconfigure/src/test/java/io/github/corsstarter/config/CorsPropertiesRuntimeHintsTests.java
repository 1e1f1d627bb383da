package io.github.corsstarter.config;

import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsPropertiesRuntimeHints}.
 */
class CorsPropertiesRuntimeHintsTests {

	private final RuntimeHints hints = new RuntimeHints();

	CorsPropertiesRuntimeHintsTests() {
		new CorsPropertiesRuntimeHints().registerHints(this.hints, null);
	}

	@Test
	void propertiesCanBeBound() {
		assertThat(RuntimeHintsPredicates.reflection().onType(CorsProperties.class)).accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(CorsProperties.Production.class)).accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(CorsPolicyProperties.class)).accepts(this.hints);
	}

}
