package io.github.corsstarter.inspect;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * A library in which CORS can be configured, and without which its configuration need not
 * be read. It is looked for by name when the application starts: a condition for each of
 * them, and a bean for each reader, would cost more than the reading does.
 */
public enum InspectedLibrary {

	/** Spring MVC. */
	SPRING_MVC("org.springframework.web.servlet.HandlerMapping"),

	/** Spring Data REST. */
	DATA_REST("org.springframework.data.rest.webmvc.RepositoryRestHandlerMapping"),

	/** Spring WebSocket on Spring MVC. */
	WEB_SOCKET("org.springframework.web.socket.server.support.WebSocketHttpRequestHandler"),

	/** Spring Security on the servlet stack. */
	SECURITY("org.springframework.security.web.SecurityFilterChain"),

	/** Spring Security on the reactive stack. */
	REACTIVE_SECURITY("org.springframework.security.web.server.SecurityWebFilterChain"),

	/** Spring Boot Actuator. */
	ACTUATOR("org.springframework.boot.actuate.autoconfigure.endpoint.web.CorsEndpointProperties"),

	/** Spring for GraphQL. */
	GRAPHQL("org.springframework.graphql.server.WebGraphQlHandler"),

	/** The reactive one of Spring Cloud's gateways; the other has no CORS support. */
	GATEWAY("org.springframework.cloud.gateway.config.GlobalCorsProperties");

	private final String type;

	InspectedLibrary(String type) {
		this.type = type;
	}

	/**
	 * Return the type that tells whether the library is there.
	 * @return the name of a class
	 */
	public String type() {
		return this.type;
	}

	/**
	 * Return whether the library is there.
	 * @param classLoader where to look, or {@code null} for the default one
	 * @return {@code true} if its type is found
	 */
	public boolean isPresent(@Nullable ClassLoader classLoader) {
		return ClassUtils.isPresent(this.type, classLoader);
	}

}
