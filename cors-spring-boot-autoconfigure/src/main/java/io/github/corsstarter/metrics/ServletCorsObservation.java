package io.github.corsstarter.metrics;

import java.util.function.BiConsumer;

import io.github.corsstarter.policy.CorsDecision;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Adds a decision to the server's observation of the request, on the servlet stack.
 */
public final class ServletCorsObservation implements BiConsumer<HttpServletRequest, CorsDecision> {

	@Override
	public void accept(HttpServletRequest request, CorsDecision decision) {
		ServerHttpObservationFilter.findObservationContext(request)
			.ifPresent((context) -> context.addHighCardinalityKeyValues(CorsKeyValues.of(decision)));
	}

}
