package io.github.corsstarter.inspect.reactive;

import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.Respondent;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.HandlerMapping;

/**
 * A handler mapping, which applies its CORS configuration while it looks for a handler.
 * The handler is not called.
 *
 * @param mapping the mapping
 */
record MappingRespondent(HandlerMapping mapping) implements Respondent {

	@Override
	public Answer answer(CorsRequest request) {
		return new AnswerableExchange(request).ask((exchange, passingOn) -> this.mapping.getHandler(exchange)
			.then(Mono.defer(() -> (exchange.getResponse().getStatusCode() == null) ? passingOn : Mono.empty())));
	}

}
