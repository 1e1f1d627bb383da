package io.github.corsstarter.inspect.servlet;

import java.util.List;
import java.util.Map;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.CorsConfigurations;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.CrossOriginAnnotations;
import io.github.corsstarter.inspect.CrossOriginDeclarations;
import io.github.corsstarter.inspect.servlet.HandlerMappings.NamedMapping;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.web.SamplePath;
import org.jspecify.annotations.Nullable;

import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Reads {@code @CrossOrigin} on the handler methods of Spring MVC and on their classes,
 * merged with each other and with the mappings of {@code addCorsMappings}.
 */
final class CrossOriginInspector implements CorsSourceInspector {

	private final Beans beans;

	private final ServletPath servletPath;

	/**
	 * Create an inspector.
	 * @param beans where the handler mappings are
	 * @param servletPath the path of the dispatcher servlet
	 */
	CrossOriginInspector(Beans beans, ServletPath servletPath) {
		this.beans = beans;
		this.servletPath = servletPath;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.CROSS_ORIGIN_ANNOTATION;
	}

	@Override
	public List<CorsSource> inspect() {
		CrossOriginDeclarations declarations = new CrossOriginDeclarations();
		for (NamedMapping named : HandlerMappings.of(this.beans)) {
			if (named.mapping() instanceof RequestMappingInfoHandlerMapping mapping) {
				for (Map.Entry<RequestMappingInfo, HandlerMethod> handler : mapping.getHandlerMethods().entrySet()) {
					collect(mapping, handler.getKey(), handler.getValue(), declarations);
				}
			}
		}
		return declarations.sources();
	}

	private void collect(RequestMappingInfoHandlerMapping mapping, RequestMappingInfo info, HandlerMethod handler,
			CrossOriginDeclarations declarations) {
		CorsConfiguration local = new CrossOriginAnnotations(this.beans.factory()).merge(handler.getBeanType(),
				handler.getMethod(), info.getMethodsCondition().getMethods());
		if (local == null) {
			return;
		}
		String declaration = CrossOriginAnnotations.declaration(handler.getBeanType(), handler.getMethod());
		for (String pattern : info.getPatternValues()) {
			declarations.add(declaration, handler, this.servletPath.within(pattern),
					CorsConfigurations.read(combine(mapping.getCorsConfigurationSource(), pattern, local)));
		}
	}

	private static CorsConfiguration combine(@Nullable CorsConfigurationSource global, String pattern,
			CorsConfiguration local) {
		CorsConfiguration mapped = (global != null) ? global.getCorsConfiguration(
				new ProbeRequest(SamplePath.of(pattern).path(), "https://example.com", "GET").parsed().asRequest())
				: null;
		CorsConfiguration combined = (mapped != null) ? mapped.combine(local) : null;
		return (combined != null) ? combined : local;
	}

}
