package io.github.corsstarter.config.loader;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Environment variables that know which variable a value comes from, as those of an
 * application do that Spring Boot starts.
 */
final class EnvironmentVariables extends SystemEnvironmentPropertySource implements OriginLookup<String> {

	EnvironmentVariables(Map<String, Object> variables) {
		super(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables);
	}

	@Override
	public @Nullable Origin getOrigin(String key) {
		String property = resolvePropertyName(key);
		return super.containsProperty(property) ? new SystemEnvironmentOrigin(property) : null;
	}

}
