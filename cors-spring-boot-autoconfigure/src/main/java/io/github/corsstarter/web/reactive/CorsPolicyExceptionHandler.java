package io.github.corsstarter.web.reactive;

import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;

/**
 * Puts the headers of the decision on the answer to an error of a filter that runs ahead
 * of the {@link CorsPolicyWebFilter}. It handles no error: it has to be asked ahead of
 * every handler that does, and leaves them the error as it is.
 */
public class CorsPolicyExceptionHandler implements WebExceptionHandler, PriorityOrdered {

	private final CorsPolicyWebFilter filter;

	/**
	 * Create a handler.
	 * @param filter the filter that the errors have not come to
	 */
	public CorsPolicyExceptionHandler(CorsPolicyWebFilter filter) {
		this.filter = filter;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable ex) {
		try {
			this.filter.onError(exchange);
		}
		catch (RuntimeException failure) {
			ex.addSuppressed(failure);
		}
		return Mono.error(ex);
	}

}
