package io.github.corsstarter.actuate;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * Where the application is reached: what same-origin requests are told by, and what is no
 * part of a path.
 *
 * @param scheme the scheme, after forwarded headers
 * @param host the host, after forwarded headers; {@code null} if unknown
 * @param port the port; 0 or less stands for the scheme's default
 * @param contextPath the context path or base path without a slash at its end; empty for
 * the root
 */
public record OwnAddress(String scheme, @Nullable String host, int port, String contextPath) {

	/** The address of an application that was not reached. */
	public static final OwnAddress UNKNOWN = unreached("");

	private static final String SSL = "server.ssl.";

	/**
	 * Return the address of an application that was not reached.
	 * @param contextPath the context path or base path; empty for the root
	 * @return an address that no origin equals
	 */
	public static OwnAddress unreached(String contextPath) {
		return new OwnAddress("", null, 0, contextPath);
	}

	/**
	 * Return the address of the application behind that of its endpoints, which may have
	 * a port of their own.
	 * @param environment knows the ports
	 * @param configuredContextPath where the application is, if the endpoints are
	 * elsewhere
	 * @return the same host with the port of the application
	 */
	OwnAddress ofApplication(Environment environment, String configuredContextPath) {
		Integer port = environment.getProperty("local.server.port", Integer.class);
		Integer ofEndpoints = environment.getProperty("local.management.port", Integer.class);
		if (port == null || ofEndpoints == null || port.equals(ofEndpoints)) {
			return this;
		}
		return new OwnAddress(isSecure(environment) ? "https" : "http", this.host, port, configuredContextPath);
	}

	private static boolean isSecure(Environment environment) {
		return environment.getProperty(SSL + "enabled", Boolean.class, true)
				&& (environment.containsProperty(SSL + "bundle") || environment.containsProperty(SSL + "key-store")
						|| environment.containsProperty(SSL + "certificate"));
	}

}
