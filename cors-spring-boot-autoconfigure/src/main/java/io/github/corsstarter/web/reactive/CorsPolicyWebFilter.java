package io.github.corsstarter.web.reactive;

import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsDecisionListener;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.web.EarlierHeaders;
import io.github.corsstarter.web.ReportedDecisions;
import io.github.corsstarter.web.TenantAttribute;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Obeys the {@link CorsPolicies} on the reactive stack: answers preflights, refuses what
 * is not allowed, and lets everything else through with the headers of the decision. An
 * exchange is decided once, however often it passes the filter.
 */
public class CorsPolicyWebFilter implements WebFilter, Ordered {

	private static final String DECISION = CorsPolicyWebFilter.class.getName() + ".DECISION";

	private static final int NO_CONTENT = 204;

	private final ReportedDecisions<ServerWebExchange> decisions;

	private final int order;

	private final EarlierHeaders earlierHeaders = new EarlierHeaders();

	/**
	 * Create a filter.
	 * @param policies what decides
	 * @param listener is told once of each CORS request on a governed path
	 * @param order the order among the filters, which should be ahead of security
	 */
	public CorsPolicyWebFilter(CorsPolicies policies, CorsDecisionListener listener, int order) {
		this(policies, listener, (exchange, decision) -> {
		}, order);
	}

	/**
	 * Create a filter whose decisions are observed.
	 * @param policies what decides
	 * @param listener is told once of each CORS request on a governed path
	 * @param observation is told of the same requests, as they came to the filter
	 * @param order the order among the filters, which should be ahead of security
	 */
	public CorsPolicyWebFilter(CorsPolicies policies, CorsDecisionListener listener,
			BiConsumer<? super ServerWebExchange, CorsDecision> observation, int order) {
		this.decisions = new ReportedDecisions<>(policies, listener, observation);
		this.order = order;
	}

	@Override
	public int getOrder() {
		return this.order;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (exchange.getAttribute(DECISION) != null) {
			return chain.filter(exchange);
		}
		CorsDecision decision = decide(exchange);
		if (decision.outcome() == CorsDecision.Outcome.NOT_GOVERNED) {
			return chain.filter(exchange);
		}
		ServerHttpResponse response = exchange.getResponse();
		this.earlierHeaders.lookFor(exchange.getRequest().getPath().value(), decision,
				(name) -> HeaderLines.contains(response.getHeaders(), name));
		DecidedHeaders headers = new DecidedHeaders(response, decision);
		headers.write();
		if (decision.isFinal()) {
			response.beforeCommit(headers::rewrite);
			return answer(response, decision);
		}
		return chain.filter(new PolicyExchange(exchange, PolicyServerHttpResponse.of(response, headers)));
	}

	/**
	 * Carries on with an exchange that failed before it came to this filter: its answer
	 * has the headers of the decision, and the error handling decides everything else.
	 * @param exchange the exchange, which may have come to this filter nevertheless
	 */
	void onError(ServerWebExchange exchange) {
		ServerHttpResponse response = exchange.getResponse();
		if (exchange.getAttribute(DECISION) != null || response.isCommitted()) {
			return;
		}
		CorsDecision decision = decide(exchange);
		if (decision.outcome() != CorsDecision.Outcome.NOT_GOVERNED) {
			DecidedHeaders headers = new DecidedHeaders(response, decision);
			headers.write();
			response.beforeCommit(headers::rewrite);
		}
	}

	private CorsDecision decide(ServerWebExchange exchange) {
		CorsDecision decision = this.decisions.decide(exchange, ReactiveCorsRequests.of(exchange.getRequest()));
		exchange.getAttributes().put(DECISION, decision);
		String tenant = decision.tenant();
		if (tenant != null) {
			exchange.getAttributes().put(TenantAttribute.NAME, tenant);
		}
		return decision;
	}

	private static Mono<Void> answer(ServerHttpResponse response, CorsDecision decision) {
		response.setStatusCode(HttpStatusCode.valueOf(decision.status()));
		String body = decision.body();
		if (body != null) {
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			response.getHeaders().setContentType(MediaType.TEXT_PLAIN);
			response.getHeaders().setContentLength(bytes.length);
			DataBuffer buffer = response.bufferFactory().wrap(bytes);
			return response.writeWith(Mono.just(buffer));
		}
		if (decision.status() != NO_CONTENT) {
			response.getHeaders().setContentLength(0);
		}
		return response.setComplete();
	}

	/**
	 * The exchange with another response.
	 */
	private static final class PolicyExchange extends ServerWebExchangeDecorator {

		private final ServerHttpResponse response;

		PolicyExchange(ServerWebExchange exchange, ServerHttpResponse response) {
			super(exchange);
			this.response = response;
		}

		@Override
		public ServerHttpResponse getResponse() {
			return this.response;
		}

	}

}
