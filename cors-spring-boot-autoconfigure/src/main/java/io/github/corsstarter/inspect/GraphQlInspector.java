package io.github.corsstarter.inspect;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceConfiguration;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;

/**
 * Reads {@code spring.graphql.cors.*}.
 */
final class GraphQlInspector implements CorsSourceInspector {

	private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("spring.graphql.cors");

	private static final SourceConfiguration DEFAULTS = new SourceConfiguration(null, null,
			List.of("GET", "HEAD", "POST"), List.of("*"), null, null, 1800L);

	private final Environment environment;

	private final String servletPath;

	/**
	 * Create an inspector.
	 * @param environment where the properties are
	 * @param servletPath the path of the dispatcher servlet, empty if it is the root or
	 * there is none
	 */
	GraphQlInspector(Environment environment, String servletPath) {
		this.environment = environment;
		this.servletPath = servletPath;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.GRAPHQL;
	}

	@Override
	public List<CorsSource> inspect() {
		Binder binder = Binder.get(this.environment);
		SharedProperties properties = new SharedProperties(binder, PREFIX);
		return properties.haveOrigins()
				? List.of(properties.source(CorsSource.Kind.GRAPHQL, paths(binder), GraphQlInspector::withDefaults))
				: List.of();
	}

	private List<String> paths(Binder binder) {
		List<String> paths = new ArrayList<>();
		String oldPath = binder.bind("spring.graphql.path", String.class).orElse("/graphql");
		paths.add(this.servletPath + binder.bind("spring.graphql.http.path", String.class).orElse(oldPath));
		binder.bind("spring.graphql.websocket.path", String.class)
			.ifBound((path) -> paths.add(this.servletPath + path));
		return paths;
	}

	private static SourceConfiguration withDefaults(SourceConfiguration set) {
		return new SourceConfiguration(set.allowedOrigins(), set.allowedOriginPatterns(),
				(set.allowedMethods() != null) ? set.allowedMethods() : DEFAULTS.allowedMethods(),
				(set.allowedHeaders() != null) ? set.allowedHeaders() : DEFAULTS.allowedHeaders(), set.exposedHeaders(),
				set.allowCredentials(), (set.maxAge() != null) ? set.maxAge() : DEFAULTS.maxAge());
	}

}
