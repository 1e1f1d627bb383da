package io.github.corsstarter.config;

import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.aot.AotServices;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsPropertiesRuntimeHints}.
 */
class CorsPropertiesRuntimeHintsTests {

	private final RuntimeHints hints = new RuntimeHints();

	CorsPropertiesRuntimeHintsTests() {
		AotServices.factories()
			.load(RuntimeHintsRegistrar.class)
			.forEach((registrar) -> registrar.registerHints(this.hints, getClass().getClassLoader()));
	}

	@Test
	void propertiesCanBeBound() {
		assertThat(RuntimeHintsPredicates.reflection().onType(CorsProperties.class)).accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(CorsProperties.Production.class)).accepts(this.hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(CorsPolicyProperties.class)).accepts(this.hints);
	}

	@Test
	void conversionsAreKnown() throws NoSuchFieldException {
		assertThat(RuntimeHintsPredicates.reflection()
			.onFieldAccess(CorsPolicyProperties.class.getDeclaredField("maxAge"))).accepts(this.hints);
	}

}
