package io.github.corsstarter.inspect.reactive;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.CorsConfigurations;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.SourceProbe;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceContent;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.config.CorsRegistry;
import org.springframework.web.reactive.config.DelegatingWebFluxConfiguration;
import org.springframework.web.reactive.config.WebFluxConfigurationSupport;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;

/**
 * Reads {@code addCorsMappings} of WebFlux.
 */
final class CorsMappingsInspector implements CorsSourceInspector {

	private static final String MAPPING = "requestMappingHandlerMapping";

	private final Beans beans;

	/**
	 * Create an inspector.
	 * @param beans where the configurers are
	 */
	CorsMappingsInspector(Beans beans) {
		this.beans = beans;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.CORS_MAPPINGS;
	}

	@Override
	public List<CorsSource> inspect() {
		List<CorsSource> sources = new ArrayList<>();
		for (CorsMappings.Mapping mapping : CorsMappings.of(this.beans).ofApplication()) {
			sources.add(source(mapping));
		}
		for (Map.Entry<String, WebFluxConfigurationSupport> bean : this.beans.ofType(WebFluxConfigurationSupport.class)
			.entrySet()) {
			if (isOverridden(bean.getValue().getClass())) {
				sources.add(ask(bean.getKey()));
			}
		}
		return sources;
	}

	private static CorsSource source(CorsMappings.Mapping mapping) {
		String pattern = mapping.pattern();
		CorsConfiguration configuration = mapping.configuration();
		if (pattern == null || configuration == null) {
			return CorsSource.code(CorsSource.Kind.CORS_MAPPINGS, mapping.bean(), List.of(),
					new SourceContent.Opaque("Its addCorsMappings was called once more, and failed."));
		}
		return CorsSource.code(CorsSource.Kind.CORS_MAPPINGS, mapping.bean(), List.of(pattern),
				CorsConfigurations.read(configuration));
	}

	/**
	 * A configuration class that extends WebFlux's own is asked by nobody but itself. The
	 * handler mapping that it makes is asked in its place, for the paths of handlers
	 * without CORS configuration of their own.
	 */
	private CorsSource ask(String bean) {
		RequestMappingInfoHandlerMapping mapping = this.beans.ofType(RequestMappingInfoHandlerMapping.class)
			.get(MAPPING);
		if (mapping == null) {
			return CorsSource.code(kind(), bean, List.of(),
					new SourceContent.Opaque("There is no bean '" + MAPPING + "' to ask."));
		}
		return new SourceProbe(() -> HandlerPaths.of(mapping, (handler) -> !isAnnotated(handler))).source(kind(), bean,
				new MappingRespondent(mapping));
	}

	static boolean isAnnotated(HandlerMethod handler) {
		return AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), CrossOrigin.class)
				|| AnnotatedElementUtils.hasAnnotation(handler.getMethod(), CrossOrigin.class);
	}

	private static boolean isOverridden(Class<?> type) {
		Method method = ReflectionUtils.findMethod(type, "addCorsMappings", CorsRegistry.class);
		return method != null && method.getDeclaringClass() != WebFluxConfigurationSupport.class
				&& method.getDeclaringClass() != DelegatingWebFluxConfiguration.class;
	}

}
