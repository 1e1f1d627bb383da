package io.github.corsstarter.inspect.reactive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.inspect.CorsConfigurations;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.CrossOriginAnnotations;
import io.github.corsstarter.inspect.SamplePath;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceConfiguration;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;

/**
 * Reads {@code @CrossOrigin} on the handler methods of WebFlux and on their classes,
 * merged with each other and with the mappings of {@code addCorsMappings}.
 */
public final class CrossOriginInspector implements CorsSourceInspector {

	private final ConfigurableListableBeanFactory beanFactory;

	/**
	 * Creates an inspector.
	 * @param beanFactory where the handler mappings are
	 */
	public CrossOriginInspector(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.CROSS_ORIGIN_ANNOTATION;
	}

	@Override
	public List<CorsSource> inspect() {
		Map<Handler, List<String>> paths = new LinkedHashMap<>();
		CorsMappings global = CorsMappings.of(this.beanFactory);
		BeanFactoryUtils
			.beansOfTypeIncludingAncestors(this.beanFactory, RequestMappingInfoHandlerMapping.class, false, false)
			.values()
			.forEach((mapping) -> mapping.getHandlerMethods()
				.forEach((info, handler) -> collect(info, handler, global, paths)));
		return paths.entrySet()
			.stream()
			.map((entry) -> CorsSource.code(CorsSource.Kind.CROSS_ORIGIN_ANNOTATION, entry.getKey().name(),
					entry.getValue(), entry.getKey().configuration()))
			.sorted(Comparator.comparing(CorsSource::name).thenComparing((source) -> source.paths().toString()))
			.toList();
	}

	private void collect(RequestMappingInfo info, HandlerMethod handler, CorsMappings global,
			Map<Handler, List<String>> paths) {
		CorsConfiguration local = new CrossOriginAnnotations(this.beanFactory).merge(handler.getBeanType(),
				handler.getMethod(), info.getMethodsCondition().getMethods());
		if (local == null) {
			return;
		}
		info.getPatternsCondition().getPatterns().forEach((pattern) -> {
			String path = pattern.getPatternString();
			SourceConfiguration merged = CorsConfigurations.read(combine(global.find(SamplePath.of(path)), local));
			paths.computeIfAbsent(new Handler(handler.toString(), merged), (key) -> new ArrayList<>()).add(path);
		});
	}

	private static CorsConfiguration combine(@Nullable CorsConfiguration global, CorsConfiguration local) {
		CorsConfiguration combined = (global != null) ? global.combine(local) : null;
		return (combined != null) ? combined : local;
	}

	private record Handler(String name, SourceConfiguration configuration) {

	}

}
