package io.github.corsstarter.metrics;

import java.util.function.BiConsumer;

import io.github.corsstarter.policy.CorsDecision;

import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;

/**
 * Adds a decision to the server's observation of the request, on the reactive stack.
 */
public final class ReactiveCorsObservation implements BiConsumer<ServerWebExchange, CorsDecision> {

	@Override
	public void accept(ServerWebExchange exchange, CorsDecision decision) {
		ServerRequestObservationContext.findCurrent(exchange.getAttributes())
			.ifPresent((context) -> context.addHighCardinalityKeyValues(CorsKeyValues.of(decision)));
	}

}
