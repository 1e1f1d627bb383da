package io.github.corsstarter.deployment;

import java.util.Set;

/**
 * What an application has beside a stack and a server. Of everything on the class path it
 * has nothing else.
 */
enum Feature {

	/**
	 * Spring Security, resource server included.
	 */
	SECURITY("security"),

	/**
	 * The actuator and metrics.
	 */
	ACTUATOR("actuate", "health", "micrometer"),

	/**
	 * Spring for GraphQL.
	 */
	GRAPHQL("graphql"),

	/**
	 * WebSocket support of the servlet servers.
	 */
	WEBSOCKET("websocket"),

	/**
	 * Spring Data REST.
	 */
	DATA_REST("data", "hateoas");

	private final Set<String> modules;

	Feature(String... modules) {
		this.modules = Set.of(modules);
	}

	/**
	 * Return the modules of Spring Boot that auto-configure it.
	 * @return segments of package names
	 */
	Set<String> modules() {
		return this.modules;
	}

}
