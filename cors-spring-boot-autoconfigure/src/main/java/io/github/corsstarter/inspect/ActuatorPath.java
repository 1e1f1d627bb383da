package io.github.corsstarter.inspect;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Where the endpoints of the actuator are.
 *
 * @param path the literal path that they are below
 * @param ownPort whether the path is one of a server of their own, on another port than
 * the application
 */
public record ActuatorPath(String path, boolean ownPort) {

	private static final int DEFAULT_PORT = 8080;

	/**
	 * Find the path.
	 * @param environment where the settings are
	 * @return the path
	 */
	public static ActuatorPath of(Environment environment) {
		Binder binder = Binder.get(environment);
		String path = binder.bind("management.endpoints.web.base-path", String.class).orElse("/actuator");
		return new ActuatorPath(path, isOwnPort(port(binder, "management.server.port"), port(binder, "server.port")));
	}

	private static @Nullable Integer port(Binder binder, String property) {
		return binder.bind(property, Integer.class).orElse(null);
	}

	private static boolean isOwnPort(@Nullable Integer port, @Nullable Integer serverPort) {
		if (port == null) {
			return false;
		}
		return port == 0 || port != ((serverPort != null) ? serverPort : DEFAULT_PORT);
	}

}
