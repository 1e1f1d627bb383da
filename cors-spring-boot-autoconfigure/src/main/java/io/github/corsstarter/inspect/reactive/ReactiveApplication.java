package io.github.corsstarter.inspect.reactive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.InspectedLibrary;
import io.github.corsstarter.inspect.WholeApplication;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.Respondent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;

/**
 * Finds all that answers CORS requests in a reactive application.
 */
public final class ReactiveApplication {

	private ReactiveApplication() {
	}

	/**
	 * Find it.
	 * @param beans where filters, chains and handler mappings are
	 * @return the application
	 */
	public static WholeApplication of(Beans beans) {
		boolean secured = InspectedLibrary.REACTIVE_SECURITY.isPresent(beans.factory().getBeanClassLoader());
		List<Respondent> respondents = new ArrayList<>();
		for (WebFilter filter : beans.factory().getBeanProvider(WebFilter.class).orderedStream().toList()) {
			if (filter instanceof CorsWebFilter) {
				respondents.add(new FilterRespondent(filter));
			}
			else if (secured && SecurityWebChains.isProxy(filter)) {
				respondents.add(SecurityWebChains.of(beans));
			}
		}
		respondents.add(
				new MappingsRespondent(beans.factory().getBeanProvider(HandlerMapping.class).orderedStream().toList()));
		return new WholeApplication(respondents, HandlerPaths.of(beans));
	}

	/**
	 * The handler mappings of WebFlux, which apply the CORS configuration of the handler
	 * they find. The handler is not called.
	 *
	 * @param mappings the mappings in the order in which they are asked
	 */
	private record MappingsRespondent(List<HandlerMapping> mappings) implements Respondent {

		private static final Answer NOT_FOUND = new Answer(404, Map.of(), true);

		private static final Answer REFUSED = new Answer(400, Map.of(), true);

		@Override
		public Answer answer(CorsRequest request) {
			boolean[] found = { false };
			try {
				Answer answer = new AnswerableExchange(request)
					.ask((exchange, passingOn) -> Flux.fromIterable(this.mappings)
						.concatMap((mapping) -> mapping.getHandler(exchange))
						.next()
						.doOnNext((handler) -> found[0] = true)
						.then(Mono.defer(() -> isPassedOn(exchange, request) ? passingOn : Mono.empty())));
				if (!found[0]) {
					return NOT_FOUND;
				}
				return answer;
			}
			catch (RuntimeException ex) {
				// The mapping knows the path, and refuses the request
				return REFUSED;
			}
		}

		private static boolean isPassedOn(ServerWebExchange exchange, CorsRequest request) {
			return exchange.getResponse().getStatusCode() == null && !request.isPreflight();
		}

	}

}
