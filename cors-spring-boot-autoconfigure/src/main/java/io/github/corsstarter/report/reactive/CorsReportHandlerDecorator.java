package io.github.corsstarter.report.reactive;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.github.corsstarter.policy.CorsHeaders;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.PolicyTable;
import io.github.corsstarter.report.CorsReport;
import io.github.corsstarter.report.FailsafeReport;
import io.github.corsstarter.report.ObservedRequest;
import io.github.corsstarter.web.reactive.ReactiveCorsRequests;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Observes the answers to CORS requests, and has them compared with what the report-only
 * policies would decide. It stands around all filters and error handlers, changes
 * nothing, and wraps no response. While no policy is report-only, requests pass by.
 */
public class CorsReportHandlerDecorator implements HttpHandlerDecoratorFactory, WebFilter, Ordered {

	private final CorsPolicies policies;

	private final Supplier<CorsReport> report;

	private final AtomicBoolean failed = new AtomicBoolean();

	private final UnaryOperator<ServerHttpRequest> forwarded;

	/**
	 * Create a decorator.
	 * @param policies the policies in force
	 * @param report takes what was answered; not asked for while no policy is report-only
	 * @param forwarded returns a request as the policies see it, after forwarded headers
	 */
	public CorsReportHandlerDecorator(CorsPolicies policies, Supplier<CorsReport> report,
			UnaryOperator<ServerHttpRequest> forwarded) {
		this.policies = policies;
		this.report = report;
		this.forwarded = forwarded;
	}

	@Override
	public HttpHandler apply(HttpHandler handler) {
		return (request, response) -> {
			PolicyTable reporting = this.policies.table().reportOnly();
			if (reporting == null || request.getHeaders().getFirst(CorsHeaders.ORIGIN) == null) {
				return handler.handle(request, response);
			}
			return observe(handler, reporting, request, response);
		};
	}

	private Mono<Void> observe(HttpHandler handler, PolicyTable reporting, ServerHttpRequest request,
			ServerHttpResponse response) {
		ReactiveObservation observation = new ReactiveObservation(new FailsafeReport(this.report, this.failed),
				reporting, observed(request));
		return handler.handle(request, response)
			.contextWrite((context) -> context.put(ReactiveObservation.class, observation))
			// Once the server knows of the end, it may use the response for another
			// request
			.doOnTerminate(() -> observation.finish(response))
			.doOnCancel(() -> observation.finish(response));
	}

	private ObservedRequest observed(ServerHttpRequest request) {
		boolean credentials = request.getHeaders().getFirst("Cookie") != null
				|| request.getHeaders().getFirst("Authorization") != null;
		return new ObservedRequest(ReactiveCorsRequests.of(seen(request)), credentials);
	}

	private ServerHttpRequest seen(ServerHttpRequest request) {
		try {
			return this.forwarded.apply(request);
		}
		catch (RuntimeException ex) {
			// Refused where the headers are evaluated
			return request;
		}
	}

	/**
	 * The last of the filters notes that the application is called.
	 */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (this.policies.table().reportOnly() == null) {
			return chain.filter(exchange);
		}
		return Mono.deferContextual((context) -> {
			context.<ReactiveObservation>getOrEmpty(ReactiveObservation.class).ifPresent(ReactiveObservation::called);
			return chain.filter(exchange);
		});
	}

}
