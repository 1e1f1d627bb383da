package io.github.corsstarter.inspect.reactive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.SourceProbe;
import io.github.corsstarter.validation.source.CorsSource;

import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.function.server.support.RouterFunctionMapping;
import org.springframework.web.reactive.handler.AbstractHandlerMapping;
import org.springframework.web.reactive.handler.AbstractUrlHandlerMapping;

/**
 * Finds what the application's own handler mappings allow, or their handlers: on this
 * stack neither tells, so that each is asked. Spring's mappings have what
 * {@code addCorsMappings} says, which is read.
 */
final class ApplicationMappingInspector implements CorsSourceInspector {

	private final Beans beans;

	/**
	 * Create an inspector.
	 * @param beans where the handler mappings are
	 */
	ApplicationMappingInspector(Beans beans) {
		this.beans = beans;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.CORS_MAPPINGS;
	}

	@Override
	public List<CorsSource> inspect() {
		List<CorsSource> sources = new ArrayList<>();
		for (Map.Entry<String, AbstractHandlerMapping> mapping : this.beans.ofType(AbstractHandlerMapping.class)
			.entrySet()) {
			if (this.beans.isWrittenIn(mapping.getKey()) && isWithoutAnnotations(mapping.getValue())) {
				sources.addAll(ask(mapping));
			}
		}
		return sources;
	}

	/** What annotations say is read elsewhere. */
	private static boolean isWithoutAnnotations(HandlerMapping mapping) {
		return mapping instanceof AbstractUrlHandlerMapping || mapping instanceof RouterFunctionMapping;
	}

	private List<CorsSource> ask(Map.Entry<String, ? extends HandlerMapping> mapping) {
		return new SourceProbe(() -> HandlerPaths.of(mapping.getValue())).sourceIfAny(kind(), mapping.getKey(),
				new MappingRespondent(mapping.getValue()));
	}

}
