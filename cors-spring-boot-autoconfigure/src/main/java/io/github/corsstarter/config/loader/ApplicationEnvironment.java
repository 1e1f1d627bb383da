package io.github.corsstarter.config.loader;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurablePropertyResolver;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/**
 * The environment of an application that is not started. It begins empty, and its
 * profiles come from configuration data alone, as they do in the environment that Spring
 * Boot starts an application with.
 */
public final class ApplicationEnvironment extends StandardEnvironment {

	@Override
	protected void customizePropertySources(MutablePropertySources propertySources) {
		// What there is to read is for the loader to say
	}

	@Override
	protected @Nullable String doGetActiveProfilesProperty() {
		return null;
	}

	@Override
	protected @Nullable String doGetDefaultProfilesProperty() {
		return null;
	}

	@Override
	protected ConfigurablePropertyResolver createPropertyResolver(MutablePropertySources propertySources) {
		return ConfigurationPropertySources.createPropertyResolver(propertySources);
	}

}
