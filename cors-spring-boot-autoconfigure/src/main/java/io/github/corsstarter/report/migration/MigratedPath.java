package io.github.corsstarter.report.migration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.corsstarter.validation.source.SourceConfiguration;

/**
 * What is allowed on a path. Handlers of different methods that differ in nothing else
 * are one configuration for all of their methods. Not safe for use by several threads.
 */
final class MigratedPath {

	private final String pattern;

	/** The names of the sources by configuration. */
	private final Map<SourceConfiguration, String> configurations = new LinkedHashMap<>();

	MigratedPath(String pattern) {
		this.pattern = pattern;
	}

	String pattern() {
		return this.pattern;
	}

	/**
	 * Return what is allowed, each with the name of the source that says so first.
	 */
	Map<SourceConfiguration, String> configurations() {
		return this.configurations;
	}

	void add(SourceConfiguration configuration, String name) {
		for (Map.Entry<SourceConfiguration, String> known : List.copyOf(this.configurations.entrySet())) {
			SourceConfiguration other = known.getKey();
			if (withMethods(other, List.of()).equals(withMethods(configuration, List.of()))) {
				this.configurations.remove(other);
				this.configurations.put(union(other, configuration), known.getValue());
				return;
			}
		}
		this.configurations.put(configuration, name);
	}

	private static SourceConfiguration union(SourceConfiguration one, SourceConfiguration other) {
		if (one.equals(other)) {
			return one;
		}
		List<String> methods = Stream.of(one, other)
			.flatMap((configuration) -> MigratedPolicy.methods(configuration).stream())
			.distinct()
			.sorted()
			.toList();
		return withMethods(one, methods.contains("*") ? List.of("*") : methods);
	}

	private static SourceConfiguration withMethods(SourceConfiguration configuration, List<String> methods) {
		return new SourceConfiguration(configuration.allowedOrigins(), configuration.allowedOriginPatterns(), methods,
				configuration.allowedHeaders(), configuration.exposedHeaders(), configuration.allowCredentials(),
				configuration.maxAge());
	}

}
