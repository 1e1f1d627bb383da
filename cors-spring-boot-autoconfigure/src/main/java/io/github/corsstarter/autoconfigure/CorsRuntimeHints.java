package io.github.corsstarter.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.boot.context.properties.bind.BindableRuntimeHintsRegistrar;

/**
 * What a native image needs: the properties are no beans, so that nobody else registers
 * them, and the public suffix list is read at run time.
 */
class CorsRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		BindableRuntimeHintsRegistrar.forTypes(CorsProperties.class, CorsPolicyProperties.class).registerHints(hints);
		hints.resources().registerPattern("io/github/corsstarter/origin/*.dat");
	}

}
