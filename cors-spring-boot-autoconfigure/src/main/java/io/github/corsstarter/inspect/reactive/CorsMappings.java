package io.github.corsstarter.inspect.reactive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

import io.github.corsstarter.inspect.Beans;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.http.server.PathContainer;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.reactive.config.CorsRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What {@code addCorsMappings} of WebFlux has configured. The handler mappings do not
 * tell: each configurer is asked once more, as WebFlux asked it.
 */
final class CorsMappings {

	private final List<Mapping> mappings = new ArrayList<>();

	private CorsMappings() {
	}

	/**
	 * Asks the configurers.
	 * @param beans where they are
	 * @return the mappings in the order in which they are tried
	 */
	static CorsMappings of(Beans beans) {
		CorsMappings mappings = new CorsMappings();
		List<Entry<String, WebFluxConfigurer>> configurers = new ArrayList<>(
				beans.ofType(WebFluxConfigurer.class).entrySet());
		configurers.sort(Entry.comparingByValue(AnnotationAwareOrderComparator.INSTANCE::compare));
		for (Entry<String, WebFluxConfigurer> configurer : configurers) {
			mappings.ask(configurer.getKey(), configurer.getValue());
		}
		return mappings;
	}

	private void ask(String bean, WebFluxConfigurer configurer) {
		Registry registry = new Registry();
		boolean ofSpringBoot = configurer.getClass().getName().startsWith("org.springframework.boot.");
		try {
			configurer.addCorsMappings(registry);
		}
		catch (RuntimeException | LinkageError ex) {
			// One that can be asked only once
			this.mappings.add(new Mapping(bean, ofSpringBoot, null, null));
			return;
		}
		for (Entry<String, CorsConfiguration> mapped : registry.getCorsConfigurations().entrySet()) {
			this.mappings.add(new Mapping(bean, ofSpringBoot, mapped.getKey(), mapped.getValue()));
		}
	}

	/**
	 * Return the mappings that the application has made itself.
	 * @return the mappings, without those that Spring Boot makes out of properties
	 */
	List<Mapping> ofApplication() {
		List<Mapping> own = new ArrayList<>();
		for (Mapping mapping : this.mappings) {
			if (!mapping.ofSpringBoot()) {
				own.add(mapping);
			}
		}
		return own;
	}

	/**
	 * Finds what is configured for a path.
	 * @param path a path
	 * @param parser how the handler mapping reads patterns
	 * @return the first configuration whose pattern matches, or {@code null}
	 */
	@Nullable CorsConfiguration find(String path, PathPatternParser parser) {
		PathContainer container = PathContainer.parsePath(path);
		for (Mapping mapping : this.mappings) {
			if (mapping.pattern() != null && parser.parse(mapping.pattern()).matches(container)) {
				return mapping.configuration();
			}
		}
		return null;
	}

	/**
	 * A mapping.
	 *
	 * @param bean the name of the bean that has made it
	 * @param ofSpringBoot whether that bean is Spring Boot's
	 * @param pattern the path pattern, or {@code null} if it cannot be told
	 * @param configuration the configuration, or {@code null} if it cannot be told
	 */
	record Mapping(String bean, boolean ofSpringBoot, @Nullable String pattern,
			@Nullable CorsConfiguration configuration) {

	}

	/**
	 * Lets the mappings be seen.
	 */
	private static final class Registry extends CorsRegistry {

		@Override
		protected Map<String, CorsConfiguration> getCorsConfigurations() {
			return super.getCorsConfigurations();
		}

	}

}
