package io.github.corsstarter.inspect.servlet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.inspect.CorsConfigurations;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.CrossOriginAnnotations;
import io.github.corsstarter.inspect.SamplePath;
import io.github.corsstarter.inspect.servlet.HandlerMappings.NamedMapping;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceConfiguration;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Reads {@code @CrossOrigin} on the handler methods of Spring MVC and on their classes,
 * merged with each other and with the mappings of {@code addCorsMappings}.
 */
public final class CrossOriginInspector implements CorsSourceInspector {

	private final ConfigurableListableBeanFactory beanFactory;

	private final ServletPath servletPath;

	/**
	 * Creates an inspector.
	 * @param beanFactory where the handler mappings are
	 * @param servletPath the path of the dispatcher servlet
	 */
	public CrossOriginInspector(ConfigurableListableBeanFactory beanFactory, ServletPath servletPath) {
		this.beanFactory = beanFactory;
		this.servletPath = servletPath;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.CROSS_ORIGIN_ANNOTATION;
	}

	@Override
	public List<CorsSource> inspect() {
		Map<HandlerConfiguration, List<String>> paths = new LinkedHashMap<>();
		for (NamedMapping named : HandlerMappings.of(this.beanFactory)) {
			if (named.mapping() instanceof RequestMappingInfoHandlerMapping mapping) {
				for (Map.Entry<RequestMappingInfo, HandlerMethod> handler : mapping.getHandlerMethods().entrySet()) {
					collect(mapping, handler.getKey(), handler.getValue(), paths);
				}
			}
		}
		return paths.isEmpty() ? List.of() : sources(paths);
	}

	private List<CorsSource> sources(Map<HandlerConfiguration, List<String>> paths) {
		return paths.entrySet()
			.stream()
			.map((entry) -> CorsSource.code(CorsSource.Kind.CROSS_ORIGIN_ANNOTATION, entry.getKey().name(),
					this.servletPath.within(entry.getValue()), entry.getKey().configuration()))
			.sorted(Comparator.comparing(CorsSource::name).thenComparing((source) -> source.paths().toString()))
			.toList();
	}

	private void collect(RequestMappingInfoHandlerMapping mapping, RequestMappingInfo info, HandlerMethod handler,
			Map<HandlerConfiguration, List<String>> paths) {
		CorsConfiguration local = new CrossOriginAnnotations(this.beanFactory).merge(handler.getBeanType(),
				handler.getMethod(), info.getMethodsCondition().getMethods());
		if (local == null) {
			return;
		}
		for (String pattern : info.getPatternValues()) {
			SourceConfiguration merged = CorsConfigurations
				.read(combine(mapping.getCorsConfigurationSource(), pattern, local));
			paths.computeIfAbsent(new HandlerConfiguration(handler.toString(), merged), (key) -> new ArrayList<>())
				.add(pattern);
		}
	}

	private static CorsConfiguration combine(@Nullable CorsConfigurationSource global, String pattern,
			CorsConfiguration local) {
		CorsConfiguration mapped = (global != null)
				? global.getCorsConfiguration(
						new ProbeRequest(SamplePath.of(pattern), "https://example.com", "GET").parsed().asRequest())
				: null;
		CorsConfiguration combined = (mapped != null) ? mapped.combine(local) : null;
		return (combined != null) ? combined : local;
	}

	private record HandlerConfiguration(String name, SourceConfiguration configuration) {

	}

}
