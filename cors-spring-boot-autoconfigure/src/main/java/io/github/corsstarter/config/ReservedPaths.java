package io.github.corsstarter.config;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.inspect.ActuatorPath;
import io.github.corsstarter.inspect.servlet.ServletPath;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The paths of actuator and GraphQL, where those have CORS settings of their own.
 */
public final class ReservedPaths {

	private final Environment environment;

	private final Binder binder;

	private ReservedPaths(Environment environment) {
		this.environment = environment;
		this.binder = Binder.get(environment);
	}

	/**
	 * Finds the paths.
	 * @param environment where the settings are
	 * @return literal paths, relative to the application, or for an actuator on a port of
	 * its own to that server
	 */
	public static List<String> of(Environment environment) {
		return new ReservedPaths(environment).find();
	}

	private List<String> find() {
		List<String> paths = new ArrayList<>();
		if (allowsOrigins("management.endpoints.web.cors")) {
			ActuatorPath actuator = ActuatorPath.of(this.environment);
			paths.add(actuator.ownPort() ? actuator.path() : within(actuator.path()));
		}
		if (allowsOrigins("spring.graphql.cors")) {
			paths.add(within(path("spring.graphql.http.path", path("spring.graphql.path", "/graphql"))));
		}
		return paths;
	}

	private boolean allowsOrigins(String prefix) {
		return isSet(prefix + ".allowed-origins") || isSet(prefix + ".allowed-origin-patterns");
	}

	private boolean isSet(String property) {
		return !this.binder.bind(property, Bindable.listOf(String.class)).orElse(List.of()).isEmpty();
	}

	private String path(String property, String defaultPath) {
		return this.binder.bind(property, String.class).orElse(defaultPath);
	}

	/**
	 * Puts a path below that of the dispatcher servlet, which is a part of the path that
	 * policies are chosen by. The root reserves nothing, wherever it is.
	 */
	private String within(String path) {
		return (path.length() > 1) ? new ServletPath(path("spring.mvc.servlet.path", "/")).prefix() + path : path;
	}

}
