package io.github.corsstarter.validation.source;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Names a source, and what to change in it, in the words of whoever wrote it.
 */
public final class SourceText {

	private final CorsSource source;

	public SourceText(CorsSource source) {
		this.source = source;
	}

	/**
	 * Returns where the source is.
	 * @return the file and line of properties if it is known, else the method, or the
	 * bean and what it is
	 */
	public @Nullable String location() {
		if (this.source.property() != null) {
			return this.source.location();
		}
		return (this.source.kind() == CorsSource.Kind.CROSS_ORIGIN_ANNOTATION) ? this.source.name()
				: bean() + " (" + what() + ")";
	}

	/**
	 * Returns the source as part of a sentence.
	 * @return what it is and its name
	 */
	public String phrase() {
		if (this.source.property() != null) {
			return this.source.property();
		}
		return what() + ((this.source.kind() == CorsSource.Kind.CROSS_ORIGIN_ANNOTATION) ? " on " + this.source.name()
				: " in " + bean());
	}

	/**
	 * Returns where to change one of the values.
	 * @param name the name of a component of {@link SourceConfiguration}
	 * @return a key, or an attribute or call and its place
	 */
	public String place(String name) {
		if (this.source.property() != null) {
			return this.source.property() + "." + name.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
		}
		return switch (this.source.kind()) {
			case CROSS_ORIGIN_ANNOTATION ->
				"@CrossOrigin(%s = ...) on %s".formatted(attribute(name), this.source.name());
			case CORS_MAPPINGS -> "%s(...) of addCorsMappings in %s".formatted(name, bean());
			case WEBSOCKET -> "set%s of the WebSocket handler in %s"
				.formatted(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), bean());
			default -> name + " of the " + what() + " in " + bean();
		};
	}

	private static String attribute(String name) {
		return switch (name) {
			case "allowedOrigins" -> "origins";
			case "allowedOriginPatterns" -> "originPatterns";
			case "allowedMethods" -> "methods";
			default -> name;
		};
	}

	private String bean() {
		return "bean '" + this.source.name() + "'";
	}

	private String what() {
		return switch (this.source.kind()) {
			case CROSS_ORIGIN_ANNOTATION -> "@CrossOrigin";
			case CORS_MAPPINGS -> "addCorsMappings";
			case CORS_FILTER -> "CORS filter";
			case CORS_CONFIGURATION_SOURCE -> "CorsConfigurationSource";
			case SECURITY_FILTER_CHAIN -> "http.cors()";
			case MANAGEMENT -> "CORS settings of the actuator";
			case GRAPHQL -> "CORS settings of GraphQL";
			case GATEWAY -> "CORS configuration of the gateway";
			case WEBSOCKET -> "allowed origins of WebSocket";
			case DATA_REST -> "CORS configuration of Spring Data REST";
		};
	}

}
