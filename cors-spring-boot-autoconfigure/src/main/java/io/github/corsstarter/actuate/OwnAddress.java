package io.github.corsstarter.actuate;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.corsstarter.origin.data.TenantHost;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * Where the application is reached: by what same-origin requests are recognised, and what
 * is no part of a path.
 *
 * @param scheme the scheme, after forwarded headers
 * @param host the host, after forwarded headers; {@code null} if unknown
 * @param port the port; 0 or less stands for the scheme's default
 * @param contextPath the context path or base path without a slash at its end; empty for
 * the root
 */
public record OwnAddress(String scheme, @Nullable String host, int port, String contextPath) {

	/** The address of an application that was not reached. */
	public static final OwnAddress UNKNOWN = new OwnAddress("", null, 0, "");

	private static final String SSL = "server.ssl.";

	private static final int HTTP_PORT = 80;

	private static final int HTTPS_PORT = 443;

	/**
	 * Return the address of the application behind that of its endpoints, which may have
	 * a port of their own. Whoever asks for another port than that comes through a proxy,
	 * behind which the application is as well.
	 * @param environment knows the ports
	 * @param configuredContextPath where the application is, if the endpoints are
	 * elsewhere
	 * @return the same host, with the port of the application unless a proxy was asked
	 */
	OwnAddress ofApplication(Environment environment, String configuredContextPath) {
		Integer port = environment.getProperty("local.server.port", Integer.class);
		Integer ofEndpoints = environment.getProperty("local.management.port", Integer.class);
		if (port == null || ofEndpoints == null || port.equals(ofEndpoints)) {
			return this;
		}
		if (ofEndpoints != effectivePort()) {
			return within(configuredContextPath);
		}
		return new OwnAddress(isSecure(environment) ? "https" : "http", this.host, port, configuredContextPath);
	}

	private int effectivePort() {
		if (this.port > 0) {
			return this.port;
		}
		return "https".equals(this.scheme) ? HTTPS_PORT : HTTP_PORT;
	}

	private static boolean isSecure(Environment environment) {
		return environment.getProperty(SSL + "enabled", Boolean.class, true)
				&& (environment.containsProperty(SSL + "bundle") || environment.containsProperty(SSL + "key-store")
						|| environment.containsProperty(SSL + "certificate"));
	}

	private static final Pattern HOST = Pattern
		.compile("([\\p{L}\\p{M}\\p{N}._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\])(?::(\\d{1,5}))?");

	/**
	 * Return the address of an application that is elsewhere on the same server.
	 * @param contextPath the context path or base path; empty for the root
	 * @return the address
	 */
	public OwnAddress within(String contextPath) {
		return new OwnAddress(this.scheme, this.host, this.port, contextPath);
	}

	/**
	 * Return another address of the same application.
	 * @param host a host in any spelling that the name of a tenant may have, perhaps with
	 * a port, or {@code null} for this one
	 * @return the address
	 * @throws InvalidQuestionException if the host is not valid
	 */
	public OwnAddress at(@Nullable String host) {
		if (host == null || host.isBlank()) {
			return this;
		}
		Matcher matcher = HOST.matcher(host.strip());
		String name = matcher.matches() ? TenantHost.normalize(matcher.group(1)) : null;
		if (name == null || !StandardCharsets.US_ASCII.newEncoder().canEncode(name)) {
			throw new InvalidQuestionException(
					"The parameter 'host' must be a host, such as app.example.com or app.example.com:8443.");
		}
		return new OwnAddress(this.scheme, name, (matcher.group(2) != null) ? Integer.parseInt(matcher.group(2)) : 0,
				this.contextPath);
	}

}
