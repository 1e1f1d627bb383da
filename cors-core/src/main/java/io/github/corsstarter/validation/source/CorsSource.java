package io.github.corsstarter.validation.source;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One piece of CORS configuration that the application has outside of {@code cors.*}.
 * Immutable.
 *
 * @param kind what it is
 * @param name the name of the bean, the method such as
 * {@code com.acme.UserController#list()}, or the prefix of the properties
 * @param paths the path patterns it is for, relative to the application; empty if they
 * are not known
 * @param property the prefix of the properties it is made of, or {@code null} if it is
 * code
 * @param location where those properties were read from, or {@code null}
 * @param configuration what it allows, or {@code null} if that cannot be read
 * @param shadowable whether a policy that governs a path takes its effect there; not so
 * for what decides before the policies do, besides them, or on another port
 */
public record CorsSource(Kind kind, String name, List<String> paths, @Nullable String property,
		@Nullable String location, @Nullable SourceConfiguration configuration, boolean shadowable) {

	public CorsSource {
		paths = List.copyOf(paths);
	}

	/**
	 * Creates a source whose effect a policy takes on the paths it governs.
	 * @param kind what it is
	 * @param name the name
	 * @param paths the path patterns
	 * @param property the prefix of the properties it is made of, or {@code null}
	 * @param location where those properties were read from, or {@code null}
	 * @param configuration what it allows, or {@code null} if that cannot be read
	 */
	public CorsSource(Kind kind, String name, List<String> paths, @Nullable String property, @Nullable String location,
			@Nullable SourceConfiguration configuration) {
		this(kind, name, paths, property, location, configuration, true);
	}

	/**
	 * Creates a source that is code, whose effect a policy takes on the paths it governs.
	 * @param kind what it is
	 * @param name the name
	 * @param paths the path patterns
	 * @param configuration what it allows, or {@code null} if that cannot be read
	 * @return the source
	 */
	public static CorsSource code(Kind kind, String name, List<String> paths,
			@Nullable SourceConfiguration configuration) {
		return new CorsSource(kind, name, paths, null, null, configuration);
	}

	/**
	 * Returns this source as one that decides whatever the policies say.
	 * @return a source that is not shadowable
	 */
	public CorsSource notShadowable() {
		return new CorsSource(this.kind, this.name, this.paths, this.property, this.location, this.configuration,
				false);
	}

	/**
	 * Returns this source on other paths.
	 * @param paths the path patterns
	 * @return a source with these paths
	 */
	public CorsSource withPaths(List<String> paths) {
		return new CorsSource(this.kind, this.name, paths, this.property, this.location, this.configuration,
				this.shadowable);
	}

	/**
	 * Tells whether it is not known what the source allows.
	 * @return {@code true} if there is no configuration
	 */
	public boolean isOpaque() {
		return this.configuration == null;
	}

	/**
	 * What a source is made by.
	 */
	public enum Kind {

		/** {@code @CrossOrigin} on a class or a method. */
		CROSS_ORIGIN_ANNOTATION("cross-origin-annotation"),

		/** {@code addCorsMappings} of Spring MVC or WebFlux. */
		CORS_MAPPINGS("cors-mappings"),

		/** A filter of Spring's that is a bean. */
		CORS_FILTER("cors-filter"),

		/** A {@code CorsConfigurationSource} that is a bean. */
		CORS_CONFIGURATION_SOURCE("cors-configuration-source"),

		/** The CORS support of a chain of Spring Security. */
		SECURITY_FILTER_CHAIN("security-filter-chain"),

		/** {@code management.endpoints.web.cors.*}. */
		MANAGEMENT("management"),

		/** {@code spring.graphql.cors.*}. */
		GRAPHQL("graphql"),

		/** Spring Cloud Gateway, globally or for a route. */
		GATEWAY("gateway"),

		/** The allowed origins of WebSocket and SockJS handlers. */
		WEBSOCKET("websocket"),

		/** Spring Data REST, globally or for a repository. */
		DATA_REST("data-rest");

		private final String id;

		Kind(String id) {
			this.id = id;
		}

		/**
		 * Returns the word for it.
		 * @return lower-case words joined by dashes
		 */
		public String id() {
			return this.id;
		}

		@Override
		public String toString() {
			return this.id;
		}

	}

}
