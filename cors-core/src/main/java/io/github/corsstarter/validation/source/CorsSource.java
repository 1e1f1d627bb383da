package io.github.corsstarter.validation.source;

import java.util.List;
import java.util.Locale;

import io.github.corsstarter.policy.Location;
import io.github.corsstarter.policy.Place;
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
 * @param location the bean, class or method, or where those properties were read from;
 * {@code null} if that is not known
 * @param configuration what it allows, or {@code null} if that cannot be read
 * @param shadowable whether a policy that governs a path takes its effect there; not so
 * for what decides before the policies do, besides them, or on another port
 */
public record CorsSource(Kind kind, String name, List<String> paths, @Nullable String property,
		@Nullable Location location, @Nullable SourceConfiguration configuration, boolean shadowable) {

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
	public CorsSource(Kind kind, String name, List<String> paths, @Nullable String property,
			@Nullable Location location, @Nullable SourceConfiguration configuration) {
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
		return new CorsSource(kind, name, paths, null, kind.locate(name), configuration);
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
	 * Return the source as part of a sentence.
	 * @return the prefix of the properties, or what it is and where
	 */
	public String phrase() {
		return (this.property != null) ? this.property : this.kind.phrase(String.valueOf(this.location));
	}

	/**
	 * Return what sets one of the values.
	 * @param name the name of a component of {@link SourceConfiguration}
	 * @return a key, or an attribute or call and where it is
	 */
	public Place place(String name) {
		if (this.property != null) {
			return Place.ofKey(this.property + "." + name.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT));
		}
		return new Place.Setting(this.kind.setting(name, String.valueOf(this.location)));
	}

	/**
	 * What a source is made by.
	 */
	public enum Kind {

		/** {@code @CrossOrigin} on a class or a method. */
		CROSS_ORIGIN_ANNOTATION("cross-origin-annotation", "@CrossOrigin", "@CrossOrigin(%1$s = ...) on %3$s",
				Trait.DECLARED),

		/** {@code addCorsMappings} of Spring MVC or WebFlux. */
		CORS_MAPPINGS("cors-mappings", "addCorsMappings", "%1$s(...) of addCorsMappings in %3$s"),

		/** A filter of Spring's that is a bean. */
		CORS_FILTER("cors-filter", "CORS filter", Trait.FILTER),

		/** A {@code CorsConfigurationSource} that is a bean. */
		CORS_CONFIGURATION_SOURCE("cors-configuration-source", "CorsConfigurationSource", Trait.FILTER),

		/** The CORS support of a chain of Spring Security. */
		SECURITY_FILTER_CHAIN("security-filter-chain", "http.cors()", Trait.FILTER),

		/** {@code management.endpoints.web.cors.*}. */
		MANAGEMENT("management", "CORS settings of the actuator"),

		/** {@code spring.graphql.cors.*}. */
		GRAPHQL("graphql", "CORS settings of GraphQL"),

		/** Spring Cloud Gateway, globally or for a route. */
		GATEWAY("gateway", "CORS configuration of the gateway"),

		/** The allowed origins of WebSocket and SockJS handlers. */
		WEBSOCKET("websocket", "allowed origins of WebSocket", "set%2$s of the WebSocket handler in %3$s",
				Trait.HANDSHAKE),

		/** Spring Data REST, globally or for a repository. */
		DATA_REST("data-rest", "CORS configuration of Spring Data REST");

		private final String id;

		private final String words;

		private final String setting;

		private final @Nullable Trait trait;

		Kind(String id, String words) {
			this(id, words, (Trait) null);
		}

		Kind(String id, String words, @Nullable Trait trait) {
			this(id, words, "%1$s of the " + words + " in %3$s", trait);
		}

		Kind(String id, String words, String setting) {
			this(id, words, setting, null);
		}

		Kind(String id, String words, String setting, @Nullable Trait trait) {
			this.id = id;
			this.words = words;
			this.setting = setting;
			this.trait = trait;
		}

		/**
		 * Return the word for it.
		 * @return lower-case words joined by dashes
		 */
		public String id() {
			return this.id;
		}

		/**
		 * Return whether it is a filter, or what filters ask: it sees every request, and
		 * what one bean allows may serve several filters and chains.
		 * @return {@code true} if handlers have no part in it
		 */
		public boolean isFilter() {
			return this.trait == Trait.FILTER;
		}

		/**
		 * Return whether it decides about handshakes, which the policy and the handler
		 * must both allow. To allow no other origin is its default.
		 * @return {@code true} if a policy does not take its effect
		 */
		public boolean isHandshake() {
			return this.trait == Trait.HANDSHAKE;
		}

		private boolean isDeclared() {
			return this.trait == Trait.DECLARED;
		}

		Location locate(String name) {
			return isDeclared() ? new Location.Declaration(name) : new Location.Bean(name);
		}

		String phrase(String location) {
			return this.words + (isDeclared() ? " on " : " in ") + location;
		}

		String setting(String name, String location) {
			String attribute = isDeclared() ? attribute(name) : name;
			String capitalized = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
			return this.setting.formatted(attribute, capitalized, location);
		}

		/**
		 * Return the attribute of an annotation, which calls some values by other names.
		 */
		private static String attribute(String name) {
			return switch (name) {
				case "allowedOrigins" -> "origins";
				case "allowedOriginPatterns" -> "originPatterns";
				case "allowedMethods" -> "methods";
				default -> name;
			};
		}

		@Override
		public String toString() {
			return this.id;
		}

		/**
		 * What is special about a kind.
		 */
		private enum Trait {

			/** It is declared on a class or a method, not by a bean. */
			DECLARED,

			/** It is a filter, or what filters ask. */
			FILTER,

			/** It decides about handshakes. */
			HANDSHAKE

		}

	}

}
