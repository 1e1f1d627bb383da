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
 * @param name the name of the bean, the class or the method such as
 * {@code com.acme.UserController#list()}, or the prefix of the properties
 * @param paths the path patterns it is for, relative to the application; empty if they
 * are not known
 * @param handlers how many handler methods an annotation is for; 0 for everything else
 * @param property the prefix of the properties it is made of, or {@code null} if it is
 * code
 * @param location the bean, class or method, or where those properties were read from;
 * {@code null} if that is not known
 * @param content what is known of what it allows
 * @param standing whether policies take its effect on the paths they govern
 */
public record CorsSource(Kind kind, String name, List<String> paths, int handlers, @Nullable String property,
		@Nullable Location location, SourceContent content, Standing standing) {

	private static final int SHOWN = 5;

	public CorsSource {
		paths = List.copyOf(paths);
	}

	/**
	 * Create a source that is properties.
	 * @param kind what it is
	 * @param prefix the prefix of the properties
	 * @param paths the path patterns
	 * @param location where they were read from, or {@code null}
	 * @param configuration what they allow
	 * @return the source
	 */
	public static CorsSource properties(Kind kind, String prefix, List<String> paths, @Nullable Location location,
			SourceConfiguration configuration) {
		return new CorsSource(kind, prefix, paths, 0, prefix, location, new SourceContent.Read(configuration),
				Standing.BEHIND);
	}

	/**
	 * Create a source that is code and was read.
	 * @param kind what it is
	 * @param name the name
	 * @param paths the path patterns
	 * @param configuration what it allows
	 * @return the source
	 */
	public static CorsSource code(Kind kind, String name, List<String> paths, SourceConfiguration configuration) {
		return code(kind, name, paths, new SourceContent.Read(configuration));
	}

	/**
	 * Create a source that is code.
	 * @param kind what it is
	 * @param name the name
	 * @param paths the path patterns
	 * @param content what is known of what it allows
	 * @return the source
	 */
	public static CorsSource code(Kind kind, String name, List<String> paths, SourceContent content) {
		return new CorsSource(kind, name, paths, 0, null, kind.locate(name), content, Standing.BEHIND);
	}

	/**
	 * Create an annotation.
	 * @param kind what it is
	 * @param declaration the class or the method on which it stands
	 * @param paths the path patterns of all handler methods it is for
	 * @param handlers how many these are
	 * @param configuration what it allows
	 * @return the source
	 */
	public static CorsSource annotation(Kind kind, String declaration, List<String> paths, int handlers,
			SourceConfiguration configuration) {
		return new CorsSource(kind, declaration, paths, handlers, null, new Location.Declaration(declaration),
				new SourceContent.Read(configuration), Standing.BEHIND);
	}

	/**
	 * Return this source at another place among what has a say.
	 * @param standing where it stands to the policies
	 * @return a source that stands there
	 */
	public CorsSource standing(Standing standing) {
		return new CorsSource(this.kind, this.name, this.paths, this.handlers, this.property, this.location,
				this.content, standing);
	}

	/**
	 * Return this source on other paths.
	 * @param paths the path patterns
	 * @return a source with these paths
	 */
	public CorsSource withPaths(List<String> paths) {
		return new CorsSource(this.kind, this.name, paths, this.handlers, this.property, this.location, this.content,
				this.standing);
	}

	/**
	 * Return what was read.
	 * @return what the source allows, or {@code null} if it could not be read
	 */
	public @Nullable SourceConfiguration configuration() {
		return (this.content instanceof SourceContent.Read read) ? read.configuration() : null;
	}

	/**
	 * Return whether nothing is known of what the source allows.
	 * @return {@code true} if it could neither be read nor asked
	 */
	public boolean isOpaque() {
		return this.content instanceof SourceContent.Opaque;
	}

	/**
	 * Return whether the source was asked what it allows, because it could not be read.
	 * @return {@code true} if its answers are known, or that it has none
	 */
	public boolean isAsked() {
		return this.content instanceof SourceContent.Asked || this.content instanceof SourceContent.Silent;
	}

	/**
	 * Return the paths, and no more of them than anybody reads.
	 * @return the first of them, joined, and how many there are more
	 */
	public String pathsText() {
		String shown = String.join(", ", this.paths.subList(0, Math.min(SHOWN, this.paths.size())));
		return (this.paths.size() > SHOWN) ? shown + " and " + (this.paths.size() - SHOWN) + " more" : shown;
	}

	/**
	 * Return what names the source: an annotation is one whatever has it.
	 */
	private Kind wording() {
		return (this.location instanceof Location.Declaration) ? Kind.CROSS_ORIGIN_ANNOTATION : this.kind;
	}

	/**
	 * Return the source as part of a sentence.
	 * @return the prefix of the properties, or what it is and where
	 */
	public String phrase() {
		return (this.property != null) ? this.property : wording().phrase(String.valueOf(this.location));
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
		return new Place.Setting(wording().setting(name, String.valueOf(this.location), pathsText()));
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
		CORS_FILTER("cors-filter", "the CORS filter", Trait.COMPONENT),

		/** A {@code CorsConfigurationSource} that is a bean. */
		CORS_CONFIGURATION_SOURCE("cors-configuration-source", "the CorsConfigurationSource",
				Trait.ASKED_BY_COMPONENTS),

		/** The CORS support of a chain of Spring Security. */
		SECURITY_FILTER_CHAIN("security-filter-chain", "http.cors()", Trait.COMPONENT),

		/** {@code management.endpoints.web.cors.*}. */
		MANAGEMENT("management", "the CORS settings of the actuator"),

		/** {@code spring.graphql.cors.*}. */
		GRAPHQL("graphql", "the CORS settings of GraphQL"),

		/** Spring Cloud Gateway, globally or for a route. */
		GATEWAY("gateway", "the CORS configuration of the gateway"),

		/** The allowed origins of WebSocket and SockJS handlers. */
		WEBSOCKET("websocket", "the allowed origins of WebSocket", "set%2$s(...) of %4$s in %3$s", Trait.HANDSHAKE),

		/** Spring Data REST, globally or for a repository. */
		DATA_REST("data-rest", "the CORS configuration of Spring Data REST");

		private final String id;

		private final String words;

		private final String setting;

		private final @Nullable Trait trait;

		Kind(String id, String words) {
			this(id, words, (Trait) null);
		}

		Kind(String id, String words, @Nullable Trait trait) {
			this(id, words, "%1$s of " + words + " in %3$s", trait);
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
		 * Return whether it is a filter or a chain of filters: it has a turn, ahead of
		 * the policies or behind them, and decides before any handler is asked.
		 * @return {@code true} if it may decide ahead of the policies
		 */
		public boolean isComponent() {
			return this.trait == Trait.COMPONENT;
		}

		/**
		 * Return whether it is a component or what components ask, so that handlers have
		 * no part in it, and what one bean allows may serve several filters and chains.
		 * @return {@code true} if its paths are not those of handlers
		 */
		public boolean seesEveryRequest() {
			return isComponent() || this.trait == Trait.ASKED_BY_COMPONENTS;
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

		String setting(String name, String location, String paths) {
			String attribute = isDeclared() ? attribute(name) : name;
			String capitalized = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
			return this.setting.formatted(attribute, capitalized, location, paths);
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

			/** It is a filter or a chain of filters. */
			COMPONENT,

			/** Filters and chains ask it, and handlers do not. */
			ASKED_BY_COMPONENTS,

			/** It decides about handshakes. */
			HANDSHAKE

		}

	}

}
