package io.github.corsstarter.inspect.servlet;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.Respondent;

import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The handler mappings of Spring MVC, which find a handler with the CORS configuration
 * that is for it. The handler is not called, nor any other interceptor.
 *
 * @param mappings the mappings in the order in which they are asked
 * @param servletPath the path of the dispatcher servlet
 */
record MappingsRespondent(List<HandlerMapping> mappings, ServletPath servletPath) implements Respondent {

	private static final Answer NOT_FOUND = new Answer(404, Map.of(), true);

	private static final Answer REFUSED = new Answer(400, Map.of(), true);

	static MappingsRespondent of(Beans beans, ServletPath servletPath) {
		return new MappingsRespondent(beans.ofType(HandlerMapping.class)
			.values()
			.stream()
			.sorted(AnnotationAwareOrderComparator.INSTANCE)
			.toList(), servletPath);
	}

	@Override
	public Answer answer(CorsRequest request) {
		ProbeRequest probe = new ProbeRequest(request, this.servletPath).parsed();
		try {
			for (HandlerMapping mapping : this.mappings) {
				HandlerExecutionChain chain = mapping.getHandler(probe.asRequest());
				if (chain != null) {
					return answer(request, probe, chain);
				}
			}
			return NOT_FOUND;
		}
		catch (Exception ex) {
			// The mapping knows the path, and refuses the request
			return REFUSED;
		}
	}

	private Answer answer(CorsRequest request, ProbeRequest probe, HandlerExecutionChain chain) {
		Optional<?> holder = request.isPreflight() ? Optional.of(chain.getHandler())
				: chain.getInterceptorList().stream().filter(CorsConfigurationSource.class::isInstance).findFirst();
		if (holder.isPresent() && holder.get() instanceof CorsConfigurationSource source) {
			CorsConfiguration configuration = source.getCorsConfiguration(probe.asRequest());
			return new FilterRespondent(new CorsFilter((asked) -> configuration), this.servletPath).answer(request);
		}
		return Answer.PASSED_ON;
	}

}
