package io.github.corsstarter.inspect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceConfiguration;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;

/**
 * Reads the CORS properties of Spring Cloud Gateway: the global ones, and the metadata of
 * the routes that are configured by properties.
 */
final class GatewayInspector implements CorsSourceInspector {

	/**
	 * What the properties are below, the name that gateways before 4.3 have known coming
	 * last.
	 */
	private static final List<ConfigurationPropertyName> PREFIXES = List.of(
			ConfigurationPropertyName.of("spring.cloud.gateway.server.webflux"),
			ConfigurationPropertyName.of("spring.cloud.gateway"));

	private final Environment environment;

	/**
	 * Create an inspector.
	 * @param environment where the properties are
	 */
	GatewayInspector(Environment environment) {
		this.environment = environment;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.GATEWAY;
	}

	@Override
	public List<CorsSource> inspect() {
		Binder binder = Binder.get(this.environment);
		List<CorsSource> sources = new ArrayList<>();
		for (ConfigurationPropertyName prefix : PREFIXES) {
			addGlobal(binder, prefix.append("globalcors.cors-configurations"), sources);
			addRoutes(binder, prefix.append("routes"), sources);
		}
		return sources;
	}

	/**
	 * Return the patterns of the routes, whether they have CORS configuration or not.
	 * @return the first pattern of each
	 */
	List<String> paths() {
		Binder binder = Binder.get(this.environment);
		List<String> paths = new ArrayList<>();
		for (ConfigurationPropertyName prefix : PREFIXES) {
			ConfigurationPropertyName routes = prefix.append("routes");
			for (int index = 0; isRoute(binder, routes, index); index++) {
				paths.add(path(binder, route(routes, index)));
			}
		}
		return paths;
	}

	private static void addGlobal(Binder binder, ConfigurationPropertyName name, List<CorsSource> sources) {
		binder.bind(name, Bindable.mapOf(String.class, Object.class)).orElse(Map.of()).keySet().forEach((pattern) -> {
			ConfigurationPropertyName prefix = name.append("[" + pattern + "]");
			sources.add(new SharedProperties(binder, prefix).source(CorsSource.Kind.GATEWAY, List.of(pattern),
					Function.identity()));
		});
	}

	private static void addRoutes(Binder binder, ConfigurationPropertyName name, List<CorsSource> sources) {
		for (int index = 0; isRoute(binder, name, index); index++) {
			ConfigurationPropertyName route = route(name, index);
			ConfigurationPropertyName metadata = route.append("metadata.cors");
			Map<String, Object> cors = binder.bind(metadata, Bindable.mapOf(String.class, Object.class))
				.orElse(Map.of());
			if (!cors.isEmpty()) {
				SharedProperties properties = new SharedProperties(binder, metadata);
				sources.add(properties.source(CorsSource.Kind.GATEWAY, List.of(path(binder, route)),
						(relaxed) -> asGatewayReads(cors)));
			}
		}
	}

	private static boolean isRoute(Binder binder, ConfigurationPropertyName routes, int index) {
		return binder.bind(route(routes, index), Bindable.mapOf(String.class, Object.class)).isBound();
	}

	private static ConfigurationPropertyName route(ConfigurationPropertyName routes, int index) {
		return routes.append("[" + index + "]");
	}

	/**
	 * Return the first pattern of the first path predicate, which is the only one that
	 * the gateway looks at here.
	 */
	private static String path(Binder binder, ConfigurationPropertyName route) {
		ConfigurationPropertyName predicates = route.append("predicates");
		for (int index = 0;; index++) {
			ConfigurationPropertyName predicate = predicates.append("[" + index + "]");
			String shortcut = binder.bind(predicate, Bindable.of(String.class)).orElse(null);
			String name = binder.bind(predicate.append("name"), Bindable.of(String.class)).orElse(null);
			if (shortcut == null && name == null) {
				return "/**";
			}
			if (shortcut != null && shortcut.startsWith("Path=")) {
				return shortcut.substring("Path=".length()).split(",")[0].strip();
			}
			if ("Path".equals(name)) {
				return firstArgument(binder, predicate.append("args"));
			}
		}
	}

	private static String firstArgument(Binder binder, ConfigurationPropertyName arguments) {
		Object argument = binder.bind(arguments, Bindable.mapOf(String.class, Object.class))
			.orElse(Map.of())
			.values()
			.stream()
			.findFirst()
			.orElse("/**");
		List<String> values = list(argument);
		return (values != null) ? values.get(0).split(",")[0].strip() : "/**";
	}

	/**
	 * Metadata has no relaxed names: the gateway knows these spellings and no other.
	 */
	private static SourceConfiguration asGatewayReads(Map<String, Object> cors) {
		Object credentials = cors.get("allowCredentials");
		Object maxAge = cors.get("maxAge");
		return new SourceConfiguration(list(cors.get("allowedOrigins")), list(cors.get("allowedOriginPatterns")),
				list(cors.get("allowedMethods")), list(cors.get("allowedHeaders")), list(cors.get("exposedHeaders")),
				(credentials != null) ? Boolean.valueOf(credentials.toString()) : null,
				(maxAge != null) ? Long.valueOf(maxAge.toString()) : null);
	}

	private static @Nullable List<String> list(@Nullable Object value) {
		Object elements = (value instanceof Map<?, ?> map) ? map.values() : value;
		if (elements instanceof Collection<?> collection) {
			return collection.isEmpty() ? null : collection.stream().map(String::valueOf).toList();
		}
		return (elements != null) ? List.of(elements.toString()) : null;
	}

}
