package io.github.corsstarter.inspect.reactive;

import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.Respondent;

import org.springframework.web.server.WebFilter;

/**
 * A filter that is asked alone: what it passes on reaches nobody.
 *
 * @param filter the filter
 */
record FilterRespondent(WebFilter filter) implements Respondent {

	@Override
	public Answer answer(CorsRequest request) {
		return new AnswerableExchange(request)
			.ask((exchange, passingOn) -> this.filter.filter(exchange, (passed) -> passingOn));
	}

}
