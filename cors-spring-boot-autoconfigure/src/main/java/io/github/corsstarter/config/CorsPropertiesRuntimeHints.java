package io.github.corsstarter.config;

import java.lang.reflect.Field;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.boot.context.properties.bind.BindableRuntimeHintsRegistrar;

/**
 * What a native image needs to read the properties: they are no beans, so that Spring
 * Boot does not register them, and annotations say how they are converted.
 */
final class CorsPropertiesRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		BindableRuntimeHintsRegistrar.forTypes(CorsProperties.class, CorsPolicyProperties.class).registerHints(hints);
		for (Field component : CorsPolicyProperties.class.getDeclaredFields()) {
			hints.reflection().registerField(component);
		}
	}

}
