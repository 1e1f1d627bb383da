package io.github.corsstarter.inspect.reactive;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.inspect.CorsConfigurations;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.validation.source.CorsSource;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.reactive.config.CorsRegistry;
import org.springframework.web.reactive.config.DelegatingWebFluxConfiguration;
import org.springframework.web.reactive.config.WebFluxConfigurationSupport;

/**
 * Reads {@code addCorsMappings} of WebFlux.
 */
public final class CorsMappingsInspector implements CorsSourceInspector {

	private final ListableBeanFactory beanFactory;

	/**
	 * Creates an inspector.
	 * @param beanFactory where the configurers are
	 */
	public CorsMappingsInspector(ListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.CORS_MAPPINGS;
	}

	@Override
	public List<CorsSource> inspect() {
		return Stream
			.concat(CorsMappings.of(this.beanFactory).ofApplication().stream().map(CorsMappingsInspector::source),
					overridden())
			.toList();
	}

	private static CorsSource source(CorsMappings.Mapping mapping) {
		String pattern = mapping.pattern();
		CorsConfiguration configuration = mapping.configuration();
		return CorsSource.code(CorsSource.Kind.CORS_MAPPINGS, mapping.bean(),
				(pattern != null) ? List.of(pattern) : List.of(),
				(configuration != null) ? CorsConfigurations.read(configuration) : null);
	}

	/**
	 * A configuration class that extends WebFlux's own is asked by nobody but itself.
	 */
	private Stream<CorsSource> overridden() {
		return BeanFactoryUtils
			.beansOfTypeIncludingAncestors(this.beanFactory, WebFluxConfigurationSupport.class, false, false)
			.entrySet()
			.stream()
			.filter((entry) -> isOverridden(entry.getValue().getClass()))
			.map((entry) -> CorsSource.code(CorsSource.Kind.CORS_MAPPINGS, entry.getKey(), List.of(), null));
	}

	private static boolean isOverridden(Class<?> type) {
		Method method = ReflectionUtils.findMethod(type, "addCorsMappings", CorsRegistry.class);
		return method != null && method.getDeclaringClass() != WebFluxConfigurationSupport.class
				&& method.getDeclaringClass() != DelegatingWebFluxConfiguration.class;
	}

}
