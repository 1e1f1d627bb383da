package io.github.corsstarter.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceConfiguration;
import org.jspecify.annotations.Nullable;

import org.springframework.web.method.HandlerMethod;

/**
 * Gathers handler methods by the {@code @CrossOrigin} that is for them. One on a class is
 * one source, however many handlers the class has, unless what is configured globally
 * makes it allow other origins on some of their paths.
 */
public final class CrossOriginDeclarations {

	private final Map<Declaration, Handlers> handlers = new LinkedHashMap<>();

	/**
	 * Adds a path of a handler method.
	 * @param declaration the class or the method on which the annotation stands
	 * @param handler the handler method
	 * @param path the path pattern, relative to the application
	 * @param configuration what is allowed there
	 */
	public void add(String declaration, HandlerMethod handler, String path, SourceConfiguration configuration) {
		this.handlers.computeIfAbsent(Declaration.of(declaration, configuration), (key) -> new Handlers())
			.add(handler, path, configuration);
	}

	/**
	 * Return the sources.
	 * @return the sources by name and paths
	 */
	public List<CorsSource> sources() {
		if (this.handlers.isEmpty()) {
			return List.of();
		}
		return this.handlers.entrySet()
			.stream()
			.map((entry) -> entry.getValue().source(entry.getKey()))
			.sorted(Comparator.comparing(CorsSource::name).thenComparing((source) -> source.paths().toString()))
			.toList();
	}

	/**
	 * What makes a source one.
	 *
	 * @param name the class or the method
	 * @param origins the origins
	 * @param patterns the origin patterns
	 * @param credentials whether credentials are allowed
	 */
	private record Declaration(String name, @Nullable List<String> origins, @Nullable List<String> patterns,
			@Nullable Boolean credentials) {

		static Declaration of(String name, SourceConfiguration configuration) {
			return new Declaration(name, configuration.allowedOrigins(), configuration.allowedOriginPatterns(),
					configuration.allowCredentials());
		}

	}

	/**
	 * The handler methods of a declaration.
	 */
	private static final class Handlers {

		private final Set<HandlerMethod> methods = new LinkedHashSet<>();

		private final Set<String> paths = new TreeSet<>();

		private @Nullable SourceConfiguration configuration;

		void add(HandlerMethod handler, String path, SourceConfiguration configuration) {
			this.methods.add(handler);
			this.paths.add(path);
			this.configuration = (this.configuration != null) ? union(this.configuration, configuration)
					: configuration;
		}

		/**
		 * Each handler allows its own methods, unless the annotation names some.
		 */
		private static SourceConfiguration union(SourceConfiguration one, SourceConfiguration other) {
			return new SourceConfiguration(one.allowedOrigins(), one.allowedOriginPatterns(),
					union(one.allowedMethods(), other.allowedMethods()),
					union(one.allowedHeaders(), other.allowedHeaders()),
					union(one.exposedHeaders(), other.exposedHeaders()), one.allowCredentials(),
					max(one.maxAge(), other.maxAge()));
		}

		private static @Nullable List<String> union(@Nullable List<String> one, @Nullable List<String> other) {
			if (one == null || other == null) {
				return (one != null) ? one : other;
			}
			return one.equals(other) ? one : Stream.concat(one.stream(), other.stream()).distinct().sorted().toList();
		}

		private static @Nullable Long max(@Nullable Long one, @Nullable Long other) {
			if (one == null || other == null) {
				return (one != null) ? one : other;
			}
			return Math.max(one, other);
		}

		CorsSource source(Declaration declaration) {
			return CorsSource.annotation(CorsSource.Kind.CROSS_ORIGIN_ANNOTATION, declaration.name(),
					new ArrayList<>(this.paths), this.methods.size(), Objects.requireNonNull(this.configuration));
		}

	}

}
