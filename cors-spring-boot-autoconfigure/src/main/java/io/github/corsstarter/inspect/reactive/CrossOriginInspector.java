package io.github.corsstarter.inspect.reactive;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.CorsConfigurations;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.CrossOriginAnnotations;
import io.github.corsstarter.inspect.CrossOriginDeclarations;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.web.SamplePath;
import org.jspecify.annotations.Nullable;

import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;

/**
 * Reads {@code @CrossOrigin} on the handler methods of WebFlux and on their classes,
 * merged with each other and with the mappings of {@code addCorsMappings}.
 */
final class CrossOriginInspector implements CorsSourceInspector {

	private final Beans beans;

	/**
	 * Create an inspector.
	 * @param beans where the handler mappings are
	 */
	CrossOriginInspector(Beans beans) {
		this.beans = beans;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.CROSS_ORIGIN_ANNOTATION;
	}

	@Override
	public List<CorsSource> inspect() {
		CrossOriginDeclarations declarations = new CrossOriginDeclarations();
		CorsMappings global = CorsMappings.of(this.beans);
		for (RequestMappingInfoHandlerMapping mapping : this.beans.ofType(RequestMappingInfoHandlerMapping.class)
			.values()) {
			for (Map.Entry<RequestMappingInfo, HandlerMethod> handler : mapping.getHandlerMethods().entrySet()) {
				collect(handler.getKey(), handler.getValue(),
						(path) -> global.find(path, mapping.getPathPatternParser()), declarations);
			}
		}
		return declarations.sources();
	}

	private void collect(RequestMappingInfo info, HandlerMethod handler,
			Function<String, @Nullable CorsConfiguration> global, CrossOriginDeclarations declarations) {
		CorsConfiguration local = new CrossOriginAnnotations(this.beans.factory()).merge(handler.getBeanType(),
				handler.getMethod(), info.getMethodsCondition().getMethods());
		if (local == null) {
			return;
		}
		String declaration = CrossOriginAnnotations.declaration(handler.getBeanType(), handler.getMethod());
		info.getPatternsCondition().getPatterns().forEach((pattern) -> {
			String path = pattern.getPatternString();
			declarations.add(declaration, handler, path,
					CorsConfigurations.read(combine(global.apply(SamplePath.of(path).path()), local)));
		});
	}

	private static CorsConfiguration combine(@Nullable CorsConfiguration global, CorsConfiguration local) {
		CorsConfiguration combined = (global != null) ? global.combine(local) : null;
		return (combined != null) ? combined : local;
	}

}
