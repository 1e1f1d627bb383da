package io.github.corsstarter.inspect;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.web.HandlerPath;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * The paths of an application that are known without its handlers: those of its policies
 * and of its gateway's routes.
 */
public final class ConfiguredPaths {

	private static final String EVERYTHING = "/**";

	private ConfiguredPaths() {
	}

	/**
	 * Collects the paths.
	 * @param policies the policies
	 * @param environment where the properties of a gateway are
	 * @param classLoader knows whether there is a gateway
	 * @return the paths, relative to the application, without that of everything
	 */
	public static List<HandlerPath> of(CorsPolicies policies, Environment environment,
			@Nullable ClassLoader classLoader) {
		List<String> patterns = new ArrayList<>();
		policies.policies()
			.forEach((policy) -> policy.definition().paths().values().forEach((path) -> patterns.add(path.value())));
		if (InspectedLibrary.GATEWAY.isPresent(classLoader)) {
			patterns.addAll(new GatewayInspector(environment).paths());
		}
		return of(patterns);
	}

	/**
	 * Makes paths of patterns.
	 * @param patterns the patterns
	 * @return the paths, without that of everything
	 */
	public static List<HandlerPath> of(List<String> patterns) {
		return patterns.stream()
			.filter((pattern) -> !pattern.equals(EVERYTHING))
			.map((pattern) -> new HandlerPath(pattern, List.of()))
			.toList();
	}

}
