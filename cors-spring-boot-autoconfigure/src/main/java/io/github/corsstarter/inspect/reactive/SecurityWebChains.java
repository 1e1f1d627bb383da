package io.github.corsstarter.inspect.reactive;

import java.util.List;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.Respondent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;

/**
 * The chains of Spring Security, of which the first that matches a request answers with
 * its CORS filter. The rest of it is not asked.
 *
 * @param chains the chains in order
 */
record SecurityWebChains(List<SecurityWebFilterChain> chains) implements Respondent {

	static SecurityWebChains of(Beans beans) {
		return new SecurityWebChains(
				beans.factory().getBeanProvider(SecurityWebFilterChain.class).orderedStream().toList());
	}

	static boolean isProxy(WebFilter filter) {
		return filter instanceof WebFilterChainProxy;
	}

	@Override
	public Answer answer(CorsRequest request) {
		return new QuestionExchange(request).ask((exchange, passingOn) -> Flux.fromIterable(this.chains)
			.filterWhen((chain) -> chain.matches(exchange))
			.next()
			.flatMap((chain) -> answer(chain, exchange, passingOn).thenReturn(true))
			.switchIfEmpty(Mono.defer(() -> passingOn.thenReturn(true))));
	}

	/**
	 * The chain wraps the filter into one that names it.
	 */
	private static Mono<Void> answer(SecurityWebFilterChain chain, ServerWebExchange exchange, Mono<Void> passingOn) {
		return chain.getWebFilters()
			.filter((filter) -> filter.toString().contains(CorsWebFilter.class.getName()))
			.next()
			.flatMap((filter) -> filter.filter(exchange, (passed) -> passingOn).thenReturn(true))
			.switchIfEmpty(Mono.defer(() -> passingOn.thenReturn(true)))
			.then();
	}

}
