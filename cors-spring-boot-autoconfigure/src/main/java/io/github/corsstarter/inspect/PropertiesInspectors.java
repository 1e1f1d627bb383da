package io.github.corsstarter.inspect;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * The readers of CORS configuration in the properties of others, whatever the stack.
 */
public final class PropertiesInspectors {

	private PropertiesInspectors() {
	}

	/**
	 * Create a reader for everything that can be configured.
	 * @param environment where the properties are
	 * @param classLoader knows which libraries there are
	 * @param servletPath what the path of a dispatcher servlet adds to the paths below it
	 * @return the readers
	 */
	public static List<CorsSourceInspector> of(Environment environment, @Nullable ClassLoader classLoader,
			String servletPath) {
		List<CorsSourceInspector> inspectors = new ArrayList<>();
		if (InspectedLibrary.ACTUATOR.isPresent(classLoader)) {
			inspectors.add(new ManagementInspector(environment, servletPath));
		}
		if (InspectedLibrary.GRAPHQL.isPresent(classLoader)) {
			inspectors.add(new GraphQlInspector(environment, servletPath));
		}
		if (InspectedLibrary.GATEWAY.isPresent(classLoader)) {
			inspectors.add(new GatewayInspector(environment));
		}
		return inspectors;
	}

}
