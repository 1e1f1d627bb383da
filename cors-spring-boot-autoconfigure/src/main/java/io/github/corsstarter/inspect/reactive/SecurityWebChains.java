package io.github.corsstarter.inspect.reactive;

import java.util.Collection;
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
		Collection<SecurityWebFilterChain> own = beans.ofType(SecurityWebFilterChain.class).values();
		return new SecurityWebChains(beans.factory()
			.getBeanProvider(SecurityWebFilterChain.class)
			.orderedStream()
			.filter(own::contains)
			.toList());
	}

	static boolean isProxy(WebFilter filter) {
		return filter instanceof WebFilterChainProxy;
	}

	@Override
	public Answer answer(CorsRequest request) {
		return new AnswerableExchange(request).ask((exchange, passingOn) -> find(exchange)
			.flatMap((chain) -> answer(chain, exchange, passingOn).thenReturn(true))
			.switchIfEmpty(Mono.defer(() -> passingOn.thenReturn(true))));
	}

	/**
	 * Finds the chain that a request comes to.
	 * @param exchange the request
	 * @return the first that matches it
	 */
	private Mono<SecurityWebFilterChain> find(ServerWebExchange exchange) {
		return Flux.fromIterable(this.chains).filterWhen((chain) -> chain.matches(exchange)).next();
	}

	/**
	 * Return whether a request comes to a chain.
	 * @param chain one of the chains
	 * @param request the request
	 * @return {@code true} if that is the first to match it
	 */
	boolean leadTo(SecurityWebFilterChain chain, CorsRequest request) {
		return new AnswerableExchange(request).ask(
				(exchange, passingOn) -> find(exchange).filter((found) -> found == chain).flatMap((found) -> passingOn))
			.passedOn();
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
