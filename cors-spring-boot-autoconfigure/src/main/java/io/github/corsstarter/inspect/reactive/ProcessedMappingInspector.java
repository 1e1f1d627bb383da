package io.github.corsstarter.inspect.reactive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.SourceProbe;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.Respondent;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.http.server.PathContainer;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.reactive.handler.AbstractHandlerMapping;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Finds what a {@link BeanPostProcessor} of the application, or another bean that they
 * are injected into, has made of the handler mappings of WebFlux, which do not tell. They
 * are asked, and what they answer is compared with what {@code addCorsMappings} says.
 */
final class ProcessedMappingInspector implements CorsSourceInspector {

	private static final String WEB_FLUX = "org.springframework.web.reactive.";

	private final Beans beans;

	/**
	 * Create an inspector.
	 * @param beans where the handler mappings and what processes them are
	 */
	ProcessedMappingInspector(Beans beans) {
		this.beans = beans;
	}

	@Override
	public CorsSource.Kind kind() {
		return CorsSource.Kind.CORS_MAPPINGS;
	}

	@Override
	public List<CorsSource> inspect() {
		List<CorsSource> sources = new ArrayList<>();
		boolean processed = this.beans.arePostProcessed();
		Supplier<CorsMappings> mappings = SingletonSupplier.of(() -> CorsMappings.of(this.beans));
		this.beans.ofType(AbstractHandlerMapping.class).forEach((name, mapping) -> {
			if (mapping.getClass().getName().startsWith(WEB_FLUX) && !this.beans.isWrittenIn(name)
					&& this.beans.writtenAs(name).equals(name) && (processed || this.beans.isInjected(name))) {
				CorsMappings read = mappings.get();
				sources.addAll(new SourceProbe(() -> HandlerPaths.of(mapping)).sourceIfAny(kind(), name,
						new UnreadRespondent(mapping, annotated(mapping), read)));
			}
		});
		return sources;
	}

	/** What annotations say is read elsewhere. */
	private static List<PathPattern> annotated(AbstractHandlerMapping mapping) {
		List<PathPattern> patterns = new ArrayList<>();
		if (mapping instanceof RequestMappingInfoHandlerMapping methods) {
			methods.getHandlerMethods().forEach((info, handler) -> {
				if (CorsMappingsInspector.isAnnotated(handler)) {
					patterns.addAll(info.getPatternsCondition().getPatterns());
				}
			});
		}
		return patterns;
	}

	/**
	 * A handler mapping that says nothing of what was read elsewhere.
	 *
	 * @param mapping the mapping
	 * @param annotated the patterns of handlers with annotations
	 * @param read what {@code addCorsMappings} says
	 */
	private record UnreadRespondent(AbstractHandlerMapping mapping, List<PathPattern> annotated,
			CorsMappings read) implements Respondent {

		@Override
		public Answer answer(CorsRequest request) {
			PathContainer path = PathContainer.parsePath(request.path());
			if (this.annotated.stream().anyMatch((pattern) -> pattern.matches(path))) {
				return Answer.PASSED_ON;
			}
			try {
				Answer answer = new MappingRespondent(this.mapping).answer(request);
				return (answer.isOfInterest() && !isRead(request, answer)) ? answer : Answer.PASSED_ON;
			}
			catch (ResponseStatusException ex) {
				// The mapping knows the path, and refuses the request
				return Answer.PASSED_ON;
			}
		}

		private boolean isRead(CorsRequest request, Answer answer) {
			Answer expected = new FilterRespondent(new CorsWebFilter(
					(exchange) -> this.read.find(request.path(), this.mapping.getPathPatternParser())))
				.answer(request);
			return expected.status() == answer.status() && expected.headers().equals(answer.headers());
		}

	}

}
