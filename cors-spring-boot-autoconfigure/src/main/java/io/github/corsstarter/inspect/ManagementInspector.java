package io.github.corsstarter.inspect;

import java.util.List;

import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceConfiguration;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Reads {@code management.endpoints.web.cors.*}.
 */
final class ManagementInspector implements CorsSourceInspector {

	private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName
		.of("management.endpoints.web.cors");

	private static final long DEFAULT_MAX_AGE = 1800;

	private final Environment environment;

	private final String servletPath;

	/**
	 * Create an inspector.
	 * @param environment where the properties are
	 * @param servletPath the path of the dispatcher servlet, empty if it is the root or
	 * there is none
	 */
	ManagementInspector(Environment environment, String servletPath) {
		this.environment = environment;
		this.servletPath = servletPath;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.MANAGEMENT;
	}

	@Override
	public List<CorsSource> inspect() {
		Binder binder = Binder.get(this.environment);
		SharedProperties properties = new SharedProperties(binder, PREFIX);
		if (!properties.haveOrigins() || binder.bind("management.server.port", Integer.class).orElse(0) < 0) {
			return List.of();
		}
		ActuatorPath actuator = ActuatorPath.of(this.environment);
		String path = (actuator.ownPort() ? "" : this.servletPath)
				+ StringUtils.trimTrailingCharacter(actuator.path(), '/') + "/**";
		return List.of(properties.source(CorsSource.Kind.MANAGEMENT, List.of(path), ManagementInspector::withDefaults));
	}

	private static SourceConfiguration withDefaults(SourceConfiguration configuration) {
		if (configuration.maxAge() != null) {
			return configuration;
		}
		return new SourceConfiguration(configuration.allowedOrigins(), configuration.allowedOriginPatterns(),
				configuration.allowedMethods(), configuration.allowedHeaders(), configuration.exposedHeaders(),
				configuration.allowCredentials(), DEFAULT_MAX_AGE);
	}

}
