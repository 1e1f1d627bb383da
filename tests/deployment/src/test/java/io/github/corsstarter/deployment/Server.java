package io.github.corsstarter.deployment;

import java.util.Set;

import org.springframework.boot.WebApplicationType;

/**
 * A stack in an embedded server.
 */
public enum Server {

	/**
	 * Spring MVC in Tomcat.
	 */
	MVC_TOMCAT(WebApplicationType.SERVLET, "webmvc", "tomcat"),

	/**
	 * Spring MVC in Jetty.
	 */
	MVC_JETTY(WebApplicationType.SERVLET, "webmvc", "jetty"),

	/**
	 * WebFlux in Netty.
	 */
	WEBFLUX_NETTY(WebApplicationType.REACTIVE, "webflux", "reactor"),

	/**
	 * WebFlux in Tomcat.
	 */
	WEBFLUX_TOMCAT(WebApplicationType.REACTIVE, "webflux", "tomcat"),

	/**
	 * WebFlux in Jetty.
	 */
	WEBFLUX_JETTY(WebApplicationType.REACTIVE, "webflux", "jetty");

	private final WebApplicationType type;

	private final Set<String> modules;

	Server(WebApplicationType type, String... modules) {
		this.type = type;
		this.modules = Set.of(modules);
	}

	/**
	 * Return the type of an application there.
	 * @return the type
	 */
	public WebApplicationType type() {
		return this.type;
	}

	/**
	 * Return the modules of Spring Boot that auto-configure it.
	 * @return segments of package names
	 */
	Set<String> modules() {
		return this.modules;
	}

	boolean isServlet() {
		return this.type == WebApplicationType.SERVLET;
	}

}
